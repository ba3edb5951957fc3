// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <functional>
#include <optional>

namespace Trailglass {

/// A vendor's response in a test: a body, or the failure the sync engine would have made of it.
struct Response
{
    QByteArray body;
    std::optional<Error> error = {};
    std::optional<UtcMicros> date = {}; ///< the `Date` header
};

/// Plays the sync engine without network and database: begin, request, read, advance, recover, give up, and a
/// "database" in memory into which a page and its checkpoint go together.
class SourceDriver
{
public:
    using Server = std::function<Response(const HttpRequest &)>;

    SourceDriver(const Source &source, const QMap<QString, QString> &settings,
                 const QMap<QString, QByteArray> &secrets, Server server);

    /// Runs until the source is finished, fails, or \a pages pages are committed (then the process "dies").
    /// \returns true when the run is complete
    bool run(RunOptions options, int pages = 100'000);

    /// The same with the stored checkpoint, at \a now.
    bool sync(UtcMicros now, int pages = 100'000);

    Checkpoint checkpoint;
    QMap<QString, Event> events; ///< by id
    QList<TimeWindow> covered;
    std::function<void(const TimeWindow &)> onCovered = [](const TimeWindow &) {
    }; ///< after the page's events are stored
    /// The transaction of a page: its events, and the checkpoint and intervals that follow them.
    std::function<void(const std::vector<Event> &, const PageOutcome &)> onCommit =
        [](const std::vector<Event> &, const PageOutcome &) {
        };
    /// Asked once for each request that is sent ahead (PageOutcome::ahead): whether the server responds to it at
    /// once, before the requests of the pages before it; else in its turn.
    std::function<bool()> respondsEarly = [] {
        return false;
    };
    /// Says of each streamed response after how many of its rows, whose events are stored then, the process "dies"; nothing:
    /// not before its end.
    std::function<std::optional<int>(int rows)> diesAfter = [](int) {
        return std::optional<int>();
    };
    QStringList warnings; ///< each once
    std::optional<Error> error; ///< of the latest run
    bool leftGap = false; ///< PageOutcome::leavesGap of the latest run
    int requests = 0; ///< of the latest run
    QList<HttpRequest> sent; ///< of the latest run

private:
    /// \returns nothing when the run ended: in an error, or because the process "died"
    std::optional<PageOutcome> page(const Checkpoint &at, UtcMicros now);
    [[nodiscard]] Response responseTo(const HttpRequest &request);
    void requestAhead(const PageOutcome &outcome);
    void keepPart(std::vector<Event> rows, int count);
    std::optional<PageOutcome> recovered(const Checkpoint &at, const Error &failure);
    void keep(const PageOutcome &outcome);

    const Source &m_source;
    SourceSettings m_settings;
    SecretValues m_secrets;
    Server m_server;
    std::vector<Event> m_read; ///< of the page, not yet committed
    QMap<QByteArray, std::optional<Response>> m_ahead; ///< by address; nothing: not responded to yet
};

/// A checkpoint as a finished run leaves it.
/// \param watermark  null: no event was read
[[nodiscard]] Checkpoint finishedAt(const char *watermark);

/// Settings that must be right. Ends the test program when they are not.
[[nodiscard]] SourceSettings checkedSettings(const Source &source, const QMap<QString, QString> &values);
[[nodiscard]] SecretValues secretValues(const QMap<QString, QByteArray> &secrets);

/// A moment that must be readable.
[[nodiscard]] UtcMicros at(const char *time);

/// The bytes of `tests/fixtures/<name>`. Ends the test program when it is not there.
[[nodiscard]] QByteArray fixture(const QString &name);

/// Everything a fixture's or response's rows read as, unreadable rows included in the summary.
struct ReadPage
{
    std::vector<Event> events;
    QStringList reasons; ///< of unreadable rows
    PageSummary summary;
};
[[nodiscard]] ReadPage readPage(const Source &source, const SourceSettings &settings, const QByteArray &body,
                                const std::optional<TimeWindow> &window = {},
                                const std::optional<UtcMicros> &date = {},
                                const std::optional<UtcMicros> &asked = {},
                                const std::optional<UtcMicros> &asOf = {});

/// One row, read alone.
[[nodiscard]] Result<Event> readRow(const Source &source, const SourceSettings &settings,
                                    const QByteArray &row);

/// The value of a header as it goes on the wire, empty when it is not sent.
[[nodiscard]] QByteArray headerOf(const HttpRequest &request, const QByteArray &name);

} // namespace Trailglass
