// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "models/query/histogram.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Trailglass {

/// A value of a field, and how many events of the result have it.
struct ReportCount
{
    QString value = {}; ///< empty: events without a value
    qint64 count = 0;
};

/// The values of one field, most first.
struct ReportCounts
{
    std::vector<ReportCount> values = {};
    qint64 otherValues = 0; ///< how many values are not listed
    qint64 otherEvents = 0; ///< of all of these together
};

/// A source that the filter can match, or has events in the result.
struct ReportSource
{
    QString name = {};
    QString vendor = {}; ///< `asana` …
    qint64 events = 0; ///< in the result
    qint64 unreadable = 0; ///< quarantined rows of the whole source: they have no fields to filter by
    qint64 conflicting = 0; ///< quarantined versions of its stored events, likewise
};

/// A time in the interval that was not synced.
struct ReportGap
{
    QString source = {};
    TimeWindow window = {}; ///< both ends are set
};

/// A part of a text.
struct ReportTextRun
{
    QString text = {};
    bool isChanged = false; ///< the other side of the change does not have it
};

/// One line of what an event says of before and after.
struct ReportChange
{
    int level = 0; ///< how far it is in, 0 or more
    QString name = {}; ///< empty where it goes on with the line above
    std::vector<ReportTextRun> before = {};
    std::vector<ReportTextRun> after = {};
};

/// A field of an event.
struct ReportField
{
    QString name = {}; ///< as in filters: `actor.email`
    QString value = {}; ///< may end in `…` (ReportEvent::isCut)
};

/// What somebody said of an event.
struct ReportRemark
{
    QString text = {}; ///< the name of a colour, or a note with its line breaks
    QString by = {}; ///< whose account it was; empty: not known
    std::optional<UtcMicros> at = {};
};

/// A marked event, or one with a note.
struct ReportEvent
{
    QString source = {};
    QString id = {};
    UtcMicros created = {};
    UtcMicros received = {};
    std::optional<qint64> leaf = {}; ///< its number in the tree, from 0
    std::optional<ReportRemark> mark = {};
    std::optional<ReportRemark> note = {};
    std::vector<ReportField> fields = {}; ///< those with a value, but for the ones above and the JSON
    std::vector<ReportChange> changes = {};
    bool isCut = false; ///< a value or change is longer than shown, or there are more
};

/// A line of the list of events. Each text may end in `…` (Report::areRowsCut).
struct ReportRow
{
    UtcMicros created = {};
    QString source = {};
    QString actor = {};
    QString action = {};
    QString target = {};
    QString ip = {};
    QString outcome = {}; ///< `success` …
};

/// The newest signed tree head of the workspace.
struct ReportCheckpoint
{
    QString origin = {};
    qint64 size = 0; ///< leaves that it covers
    QString root = {}; ///< of the tree with this many leaves, 64 hex digits
    std::optional<UtcMicros> at = {};
    QString note = {}; ///< the signed note as it is, with its line breaks
    QString key = {}; ///< the public key, in the text form of signed notes: `name+id+base64`
    qint64 treeSize = 0; ///< leaves that there were when the report was made
};

/// The file that the report was made for.
struct ReportBundle
{
    QString name = {}; ///< without folders
    QString sha256 = {}; ///< of its bytes, 64 hex digits
};

/// Everything that a report shows, as values. Texts are as they were stored or typed: the form that shows them makes them
/// plain (plainReportText()).
struct Report
{
    QString title = {};
    QString caseText = {}; ///< the number or name of a case; may be empty
    QString note = {}; ///< of who made the report, with its line breaks; may be empty
    QString author = {}; ///< name of the local account
    QString program = {}; ///< `Trailglass 0.1.0`
    QString workspace = {}; ///< EventReader::identity()
    UtcMicros made = {};
    QByteArray zone = QByteArrayLiteral("UTC"); ///< IANA name: of all times that are shown

    QString typedFilter = {};
    QString canonicalFilter = {}; ///< of the same tree, presets expanded
    QString resolvedFilter = {}; ///< the same with every time as a moment in UTC
    TimeWindow interval = {}; ///< that the filter is about; both ends are set; from >= to: no time
    qint64 events = 0;
    std::optional<UtcMicros> first = {}; ///< `created` of the oldest event
    std::optional<UtcMicros> last = {};

    std::vector<ReportSource> sources = {}; ///< by name
    ReportCounts operations = {};
    ReportCounts outcomes = {};
    ReportCounts actors = {};
    Histogram histogram = {}; ///< split by outcome
    std::vector<ReportGap> gaps = {}; ///< by source, then by time
    qint64 otherGaps = 0; ///< that are not listed
    QString unknownGaps = {}; ///< a sentence on why no gaps can be listed; empty: they are known

    std::vector<ReportRow> rows = {}; ///< the first events of the result, oldest first
    bool areRowsCut = false; ///< a text of one is longer than shown

    std::vector<ReportEvent> marked = {}; ///< oldest first
    qint64 otherMarked = 0; ///< marked events of the result that are not shown
    std::optional<ReportCheckpoint> checkpoint = {};
    std::optional<ReportBundle> bundle = {};
    bool isInBundle = false; ///< it is a file of a bundle that has all events of the result
    QStringList warnings = {}; ///< sentences: what the result lacks, and what else a reader must know
    bool lacksEvents = false; ///< the database is damaged, or where events may be missing is not known
};

} // namespace Trailglass
