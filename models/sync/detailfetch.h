// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/core/secretmask.h"
#include "models/network/httpclient.h"
#include "models/sources/eventdetail.h"
#include "models/sources/source.h"
#include "models/store/records.h"

#include <QObject>

#include <memory>
#include <string>

namespace Trailglass {

/// What to fetch, with everything that was looked up for it beforehand.
struct DetailJob
{
    SourceRecord source;
    BoundSecrets secrets;
    std::string key; ///< DetailRequests::keyOf(), not empty
};

/// What a vendor responded, page by page.
struct FetchedDetail
{
    QList<QByteArray> pages; ///< whole bodies, as received
    EventDetail detail; ///< what they say
};

/// Fetches what a vendor knows about one event, page after page up to MaxPages and MaxBytes; nothing is stored.
///
/// No retries: somebody waits for it. Credentials are sent to the address that they were entered for only.
/// \thread that of the client, which needs an event loop
class DetailFetch : public QObject, private HttpSink
{
    Q_OBJECT

public:
    static constexpr qint64 MaxPages = 20;
    /// With as many of all pages no further one is requested, so that less than twice as many come.
    static constexpr qint64 MaxBytes = 16 * 1024 * 1024;

    /// \param http, clock  outlive the fetch
    DetailFetch(HttpClient &http, const Clock &clock, QObject *parent = nullptr);
    ~DetailFetch() override;

    /// finished() never comes before this returns.
    /// \pre none is on
    void start(const DetailJob &job);

    /// Ends it without a signal.
    void stop();

Q_SIGNALS:
    /// Exactly once a start(), unless stopped.
    /// \error HttpSink's, those of HTTP statuses, Malformed, Vendor, SecretDenied, Usage for invalid settings
    /// or a source without details. Secrets in the message are masked
    void finished(const Trailglass::Result<Trailglass::FetchedDetail> &fetched);

private:
    [[nodiscard]] Result<void> begin(const DetailJob &job);
    [[nodiscard]] Result<void> requestPage(qint64 page);
    [[nodiscard]] Result<void> takePage(const Result<HttpResponse> &response);
    void bytesReceived(QByteArrayView bytes) override;
    void responseEnded(Result<HttpResponse> response) override;
    void end(const Result<void> &outcome);
    void endLater(const Result<void> &outcome);

    HttpClient &m_http;
    const Clock &m_clock;
    const Source *m_source = nullptr;
    SourceSettings m_settings;
    BoundSecrets m_secrets;
    SecretMask m_mask;
    std::string m_key;
    std::unique_ptr<HttpJob> m_job;
    QByteArray m_body;
    qint64 m_page = 0; ///< on its way
    quint64 m_number = 0; ///< of the newest start()
    qint64 m_bytes = 0; ///< of the pages that came
    FetchedDetail m_fetched;
};

} // namespace Trailglass
