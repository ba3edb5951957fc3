// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/sources/pagerequest.h"
#include "models/sources/sourcetype.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

class DetailRequests;

/// Where a source stands between two requests, and between two runs: stored beside the events of each page.
///
/// Small JSON of the vendor's own design (offset or page, window, watermarks as RFC 3339 text, phase).
/// An empty object is "never synced".
using Checkpoint = QJsonObject;

/// What a run is asked to do.
struct RunOptions
{
    Checkpoint checkpoint; ///< empty on the first sync and after a change of fingerprint
    UtcMicros now; ///< of this machine, which may be wrong by hours: `initial_days` counts from here
    bool full = false; ///< read everything again
    std::optional<UtcMicros> since; ///< overrides the watermark for this run
    std::optional<UtcMicros> earliest =
        {}; ///< created of the oldest event stored: a full run goes as far back
    std::optional<UtcMicros> latest = {}; ///< without a checkpoint: up to here all has been read before
};

/// What distinguishes a row of a list from all others: its id may come again with another time.
struct RowKey
{
    std::string id;
    UtcMicros created;

    /// Short, however long the id is: 32 hex digits of a SHA-256.
    [[nodiscard]] QString digest() const;
};

/// What a page held besides its events; filled in while it is read.
struct PageSummary
{
    /// When the server gave the response: its `Date` header, else this machine's clock when it was asked.
    /// Nothing for a file.
    std::optional<UtcMicros> answered;
    bool isServerTime = false; ///< by the server's clock, which the events are dated by

    /// When the run started: PageRequest::asOf, or \a answered on the first page of a run. Nothing
    /// believes every event.
    std::optional<UtcMicros> asOf;

    qint64 rows = 0; ///< elements of the row array, unreadable ones included
    qint64 unreadable = 0;
    qint64 outsideWindow = 0; ///< events outside PageRequest::window
    std::optional<UtcMicros> earliest;
    std::optional<UtcMicros> latest;

    /// The greatest `created` that is not later than \a asOf: what may become a watermark. An event dated
    /// ahead, or one that came while the run was under way, would hide those that come late before it.
    std::optional<UtcMicros> latestPresent;

    std::optional<RowKey> first; ///< of the readable rows
    QByteArray unreadableHash; ///< of the bytes of the unreadable rows, in their order; empty without any

    bool ascending = true; ///< no event older than the one before it
    bool descending = true; ///< no event newer than the one before it
    QByteArray envelope; ///< the response with `[]` in place of the rows, ≤ 1 MiB
    bool hadRowArray = false; ///< the array of rows was there, be it empty
    bool hadNullForRows = false; ///< `null` was in its place, as some servers write an empty list

    /// Counts a readable row.
    void add(const Event &event, const std::optional<TimeWindow> &window);
    /// Counts an unreadable row.
    /// \param bytes  its first ones
    /// \param length  of the whole row
    void addUnreadable(QByteArrayView bytes, qint64 length);

    /// Shows that a page comes again: RowKey::digest() of its first readable row, else a digest of the bytes of all
    /// its rows. Empty for a page without rows.
    [[nodiscard]] QString digest() const;

private:
    std::optional<UtcMicros> m_previous; ///< the row before, for the two orders
};

/// What follows a page.
struct PageOutcome
{
    Checkpoint checkpoint; ///< committed with the page's events
    bool finished = false; ///< the run is over
    bool leavesGap = false; ///< of a finished run: not all that was there when it began has been read
    QList<TimeWindow> covered; ///< intervals now known to be complete, for the coverage ledger
    QStringList warnings; ///< translated; shown once each
    std::optional<qint64> totalHint; ///< events the vendor says there are, for progress

    /// The page follows the one before it, and nothing shows that the list has moved meanwhile: responses that
    /// were requested ahead may be used. Otherwise they are dropped.
    bool isSteady = false;

    /// Only of a steady list: checkpoints of the pages after the next one, in order, as they are if it does not
    /// move. They are good for request() alone, which may be sent before the page between is read; its response
    /// is used only where this very request turns out to be the next one.
    QList<Checkpoint> ahead = {};
};

/// A vendor: a description plus pure functions. No I/O, no clock, no threads, no state between calls.
///
/// The sync engine drives: begin() → [ request() → readEvent() for each row → advance() ]* until finished,
/// After a request that failed, recover() is called first; the retry policy applies where it returns nothing.
/// \thread any
class Source
{
public:
    virtual ~Source() = default;

    [[nodiscard]] virtual Vendor vendor() const = 0;
    [[nodiscard]] virtual const SourceType &type() const = 0;

    /// The row array's place in a response: member names from the root, alternatives in order. Asana:
    /// {{"data"}}.
    [[nodiscard]] virtual std::span<const std::vector<std::string_view>> rowPaths() const = 0;

    /// The checkpoint a run starts from: an unfinished run's, resumed, or a fresh one above the watermark.
    [[nodiscard]] virtual Checkpoint begin(const SourceSettings &settings,
                                           const RunOptions &options) const = 0;

    /// The request for the page after \a checkpoint.
    /// \error Usage, SecretUnavailable when a setting or secret that the request needs is missing
    [[nodiscard]] virtual Result<PageRequest> request(const SourceSettings &settings,
                                                      const SecretValues &secrets,
                                                      const Checkpoint &checkpoint) const = 0;

    /// Reads one row: \a json is one validated object.
    ///
    /// Sets everything but Event::raw.
    /// \error Malformed without a readable id or time, NotFound without any member for them: it is something else.
    /// The message is the quarantine reason
    [[nodiscard]] virtual Result<Event> readEvent(std::string_view json,
                                                  const SourceSettings &settings) const = 0;

    /// Judges a complete response and says what comes next.
    ///
    /// \error Vendor for an error inside a successful response, Malformed when the shape is not this
    /// vendor's; nothing of the page is then committed (of a streamed one: the checkpoint does not move)
    [[nodiscard]] virtual Result<PageOutcome>
    advance(const SourceSettings &settings, const Checkpoint &checkpoint, const PageSummary &page) const = 0;

    /// The vendor's own words in an error response; empty when there are none. \a body is at most 64 KiB,
    /// maybe HTML.
    [[nodiscard]] virtual QString errorText(QByteArrayView body) const = 0;

    /// What follows a failed request, without a retry: a checkpoint to go on from at once (Asana's expired
    /// offset, Datafold's too large window), or with `finished` an early end of the run (a page that Secoda
    /// or Nected refuses permanently). Its warnings are said; \a error's message holds the vendor's words.
    /// Nothing when the vendor has no other request for such an error.
    [[nodiscard]] virtual std::optional<PageOutcome>
    recover(const SourceSettings &settings, const Checkpoint &checkpoint, const Error &error) const = 0;

    /// What follows a request that failed for the last time, retries included: a checkpoint to go on from,
    /// with the part that cannot be read now left out (and kept for the next run, and said). Nothing, the
    /// default, fails the run.
    [[nodiscard]] virtual std::optional<PageOutcome>
    giveUp(const SourceSettings &settings, const Checkpoint &checkpoint, const Error &error) const;

    /// What can be requested about one event. Null, the default, where the vendor has nothing of that kind.
    [[nodiscard]] virtual const DetailRequests *details() const;
};

/// All vendors, in the order of `source types`. Adding one is a line in sourceregistry.cpp.
[[nodiscard]] std::span<const Source *const> allSources();

/// \returns null for an unknown type name
[[nodiscard]] const Source *findSource(const QString &typeName);
[[nodiscard]] const Source *findSource(Vendor vendor);

} // namespace Trailglass
