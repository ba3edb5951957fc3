// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/soak/deliveredversions.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/store/eventreader.h"
#include "models/store/treecheck.h"
#include "models/store/treereader.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace Trailglass::Soak {

namespace {

/// Conflicting versions of one event that are kept.
constexpr std::size_t KeptConflicts = 2;

/// The quarantined rows of one event.
struct KeptRows
{
    std::vector<std::string> bytes; ///< oldest first
    qint64 notKept = 0; ///< of the last one
};

using RowsById = std::map<std::string, RowId>;

Result<RowsById> listedRows(const QString &workspace)
{
    TRY(const auto reader, EventReader::open(workspace));
    RowsById rows;
    TRY(reader->scan(EventReader::WithRaw::No, {},
                     [&rows](const EventRecord &record) { rows.emplace(record.event.id, record.row); }));
    return rows;
}

/// How many leaves there are before that of a row, each replaced by the next.
Result<qint64> leavesBefore(const TreeReader &tree, RowId row)
{
    TRY(std::optional<qint64> leaf, tree.leafOf(row));
    qint64 count = -1;
    for (; leaf; ++count) {
        TRY(leaf, tree.replacedBy(*leaf));
    }
    return count;
}

} // namespace

void DeliveredVersions::add(const std::vector<Event> &events)
{
    for (const Event &event : events) {
        ++m_counts.received;
        const auto [found, isNew] = m_versions.try_emplace(event.id);
        Versions &known = found->second;
        known.latest = event.raw;
        if (!isNew && event.raw == known.stored) {
            ++m_counts.duplicate;
        } else if (isNew || event.revised > known.revised) {
            ++(isNew ? m_counts.added : m_counts.updated);
            known.replaced += isNew ? 0 : 1;
            known.stored = event.raw;
            known.revised = event.revised;
        } else {
            ++m_counts.conflict;
            addConflict(known, event.raw);
        }
    }
}

void DeliveredVersions::addConflict(Versions &known, const std::string &raw)
{
    if (std::ranges::find(known.conflicts, raw) != known.conflicts.end())
        return;
    if (known.conflicts.size() == KeptConflicts) {
        known.conflicts.pop_back();
        ++known.notKept;
    }
    known.conflicts.push_back(raw);
}

QString DeliveredVersions::compare(const EventReader &reader, SourceId source) const
{
    for (const auto &[id, known] : m_versions) {
        if (known.latest != known.stored
            && std::ranges::find(known.conflicts, known.latest) == known.conflicts.end())
            return u"The latest version is neither stored nor quarantined: "_s + toQString(id);
    }
    const QString problem = compareListed(reader);
    return problem.isEmpty() ? compareQuarantined(reader, source) : problem;
}

QString DeliveredVersions::compareListed(const EventReader &reader) const
{
    QString problem;
    std::set<std::string> ids;
    const auto note = [&problem](const QString &words, const std::string &id) {
        if (problem.isEmpty())
            problem = words + u' ' + toQString(id);
    };
    const Result<void> scanned = reader.scan(EventReader::WithRaw::Yes, {}, [&](const EventRecord &record) {
        const std::string &id = record.event.id;
        const auto known = m_versions.find(id);
        if (!ids.insert(id).second)
            note(u"Listed twice:"_s, id);
        else if (known == m_versions.end())
            note(u"Listed, and never brought:"_s, id);
        else if (record.event.raw != known->second.stored)
            note(u"Another version is listed:"_s, id);
    });
    if (!scanned)
        return scanned.error().message;
    if (problem.isEmpty() && ids.size() != m_versions.size())
        return u"%1 events are listed, of %2 that were brought."_s.arg(ids.size()).arg(m_versions.size());
    const Result<RowId> lastRow = reader.lastRow();
    if (!lastRow)
        return lastRow.error().message;
    // Each version that is or was listed has had a row of its own.
    if (problem.isEmpty() && lastRow->value != m_counts.added + m_counts.updated)
        return u"%1 rows were given out to %2 events that were replaced %3 times."_s.arg(lastRow->value)
            .arg(m_counts.added)
            .arg(m_counts.updated);
    return problem;
}

QString DeliveredVersions::compareQuarantined(const EventReader &reader, SourceId source) const
{
    const auto entries = reader.quarantine({.source = source, .order = QuarantineRange::Order::OldestFirst});
    if (!entries)
        return entries.error().message;
    std::map<std::string, KeptRows> kept;
    for (const QuarantineEntry &entry : *entries) {
        if (entry.kind != QuarantineKind::Conflict)
            return u"A row could not be read: "_s + entry.reason;
        KeptRows &rows = kept[entry.eventId];
        rows.bytes.push_back(entry.bytes.toStdString());
        rows.notKept = entry.notKept;
    }
    for (const auto &[id, known] : m_versions) {
        const auto found = kept.extract(id);
        const KeptRows rows = found ? found.mapped() : KeptRows();
        if (rows.bytes != known.conflicts)
            return u"Other versions are quarantined than came in conflict with "_s + toQString(id);
        if (rows.notKept != known.notKept)
            return u"%1 conflicts are counted as not kept, in place of %2, of "_s.arg(rows.notKept)
                       .arg(known.notKept)
                + toQString(id);
    }
    return kept.empty() ? QString() : u"Quarantined, and never brought: "_s + toQString(kept.begin()->first);
}

QString DeliveredVersions::checkLeaves(const QString &workspace) const
{
    const Result<TreeVerdict> verdict = checkTree(workspace, {}, {}, 1);
    if (!verdict)
        return verdict.error().message;
    if (!verdict->problems.empty())
        return verdict->problems.front().sentence;
    if (!verdict->isIntact())
        return u"There is no tree."_s;
    if (verdict->events != m_counts.added || verdict->gone != m_counts.updated)
        return u"The tree has leaves of %1 events and %2 that were replaced, of %3 and %4."_s
            .arg(verdict->events)
            .arg(verdict->gone)
            .arg(m_counts.added)
            .arg(m_counts.updated);
    const Result<RowsById> rows = listedRows(workspace);
    if (!rows)
        return rows.error().message;
    const auto tree = TreeReader::open(workspace);
    if (!tree)
        return tree.error().message;
    for (const auto &[id, known] : m_versions) {
        const auto row = rows->find(id);
        const Result<qint64> before =
            row == rows->end() ? Result<qint64>(-1) : leavesBefore(**tree, row->second);
        if (!before)
            return before.error().message;
        if (*before != known.replaced)
            return u"The leaf names %1 that it replaced, in place of %2: "_s.arg(*before).arg(known.replaced)
                + toQString(id);
    }
    return {};
}

} // namespace Trailglass::Soak
