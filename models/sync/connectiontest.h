// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/core/secretmask.h"
#include "models/sync/httppagerequest.h"
#include "models/sync/syncjob.h"

#include <QObject>
#include <QStringList>

namespace Trailglass {

/// What one small request to a source found.
struct ConnectionReport
{
    QString source; ///< its name
    QString vendor; ///< type name
    qint64 rows = 0; ///< in the page that was requested; may be 0 in a quiet hour
    qint64 unreadable = 0; ///< of these
    std::optional<UtcMicros> latest; ///< created of the newest row
    QStringList warnings; ///< translated
    std::optional<Error> error; ///< set when the source does not work
};

/// Tries a source: one small request (the last hour, where the vendor takes a time range), read, reported, nothing
/// stored.
///
/// No retries: a test is to respond at once.
/// \thread that of the client, which needs an event loop
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    /// \param http, clock  outlive the test
    ConnectionTest(HttpClient &http, const Clock &clock, QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// Asks with the job's settings and secrets. finished() never comes before this returns.
    /// \pre no test is on
    void start(const SyncJob &job);

    /// Ends it with Cancelled. Nothing happens when no test is on.
    void cancel();

Q_SIGNALS:
    /// Exactly once a start().
    void finished(const Trailglass::ConnectionReport &report);

private:
    [[nodiscard]] Result<void> send(const SyncJob &job);
    void rowsRead();
    void fetchEnded(const Result<void> &outcome);
    void pageRead();
    void end(std::optional<Error> error = {});

    HttpClient &m_http;
    const Clock &m_clock;
    const Source *m_source = nullptr;
    SourceSettings m_settings;
    SecretMask m_mask;
    Checkpoint m_checkpoint;
    HttpPageRequestPointer m_fetch;
    bool m_streamed = false;
    bool m_running = false;
    quint64 m_number = 0; ///< of the newest test
    ConnectionReport m_report;
};

} // namespace Trailglass
