// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/network/httpclient.h"
#include "models/sources/rowreader.h"
#include "models/sync/clockdifference.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Trailglass {

/// One request and the rows of its response: HttpJob and RowReader joined.
/// \thread that of the client
class HttpPageRequest : public QObject, private HttpSink
{
    Q_OBJECT

public:
    /// Asks at once, unless the request would go elsewhere than where \a secrets may: it is not sent then,
    /// and ends with SecretDenied.
    /// \param source, http, clock  outlive the request
    /// \param secrets  those in the request's headers
    HttpPageRequest(HttpClient &http, const Clock &clock, const Source &source,
                    const SourceSettings &settings, const BoundSecrets &secrets, const PageRequest &request);
    ~HttpPageRequest() override;

    /// Rows read and not yet taken.
    [[nodiscard]] qint64 waitingRows() const { return m_reader.summary().rows - m_taken; }
    /// Bytes of the response since takeRows(), unpacked.
    [[nodiscard]] qint64 waitingBytes() const { return m_bytes - m_takenBytes; }
    [[nodiscard]] ParsedRows takeRows();

    /// Complete after finished() with success.
    [[nodiscard]] const PageSummary &summary() const { return m_summary; }

    /// When the response was given; see PageSummary::answered. Known as soon as there are rows.
    [[nodiscard]] UtcMicros answered() const { return m_reader.summary().answered.value_or(m_asked); }

    /// The server's clock beside this computer's. Nothing without a response, or where it has no valid `Date`.
    [[nodiscard]] const std::optional<ClockReading> &clocks() const { return m_clocks; }

    /// Bytes of the response so far, unpacked; of an error response those that were kept.
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

    /// HttpJob::silence(); 0 for a request that was not sent.
    [[nodiscard]] std::chrono::milliseconds silence() const;

    /// Back-pressure: no more rows until resumed.
    void pause();
    void resume();

    /// Of a held request: bytes of the response that are read before its release, about.
    static constexpr qint64 HeldBytes = qint64(1024) * 1024;

    /// No signal until release(): what comes is read and kept, up to HeldBytes.
    /// \pre finished() has not come
    void hold();
    void release();

    /// It is held and has ended with an error.
    [[nodiscard]] bool hasFailed() const { return m_heldOutcome && !*m_heldOutcome; }

    /// It is held, and the server limits the rate.
    /// \returns that error
    [[nodiscard]] std::optional<Error> heldLimit() const;

    /// Ends it: no signal follows, nor for a request that was not sent.
    void stop();

    /// For a std::unique_ptr: silences and stops the request at once and deletes it when no call of it is on
    /// the stack.
    struct Deleter
    {
        void operator()(HttpPageRequest *request) const;
    };

Q_SIGNALS:
    /// More rows may wait.
    void rowsRead();

    /// The end, exactly once unless stopped.
    /// \error HttpSink's, those of HTTP statuses, Malformed, SecretDenied. The message may hold the server's
    /// own words as they came: SecretMask is the receiver's business
    void finished(const Trailglass::Result<void> &outcome);

private:
    void bytesReceived(QByteArrayView bytes) override;
    void responseEnded(Result<HttpResponse> response) override;
    void endLater(const Result<void> &outcome);
    void end(const Result<void> &outcome);
    [[nodiscard]] Result<void> judge(const Result<HttpResponse> &response);
    void noteMoment(const QByteArray &date);
    void noteClocks(const std::optional<UtcMicros> &date);

    const Clock &m_clock;
    const Source &m_source;
    const UtcMicros m_asked; ///< by this machine's clock
    const std::optional<UtcMicros> m_asOf; ///< PageRequest::asOf
    std::optional<ClockReading> m_clocks;
    RowReader m_reader;
    PageSummary m_summary;
    qint64 m_taken = 0;
    qint64 m_takenBytes = 0; ///< m_bytes when rows were taken
    qint64 m_bytes = 0;
    bool m_isStopped = false;
    bool m_isHeld = false;
    std::optional<Result<void>> m_heldOutcome;
    std::unique_ptr<HttpJob> m_job;
};

using HttpPageRequestPointer = std::unique_ptr<HttpPageRequest, HttpPageRequest::Deleter>;

} // namespace Trailglass
