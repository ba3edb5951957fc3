// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/retention.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sources/source.h"
#include "models/store/coveragegaps.h"
#include "models/store/eventreader.h"

#include <algorithm>

namespace Trailglass {
namespace {

/// The intervals as far as the vendor still had their events when they were requested.
std::vector<CoverageEntry> effectiveCoverage(const std::vector<CoverageEntry> &ledger, qint64 kept)
{
    std::vector<CoverageEntry> effective;
    for (CoverageEntry entry : ledger) {
        const UtcMicros oldest = entry.answered - kept;
        entry.window.from = std::max(entry.window.from.value_or(oldest), oldest);
        if (!entry.window.to || *entry.window.from < *entry.window.to)
            effective.push_back(entry);
    }
    return effective;
}

std::optional<RetentionRisk> riskOf(const TimeWindow &gap, UtcMicros now, qint64 kept)
{
    using Kind = RetentionRisk::Kind;
    const UtcMicros oldest = now - kept; // what happened before is deleted
    if (*gap.to <= oldest)
        return RetentionRisk{Kind::Lost, gap, *gap.to};
    if (*gap.from < oldest)
        return RetentionRisk{Kind::Partly, gap, oldest};
    const UtcMicros deleted = *gap.from + kept;
    if (deleted - now <= RetentionNotice)
        return RetentionRisk{Kind::Soon, gap, deleted};
    return std::nullopt;
}

/// \returns null for a type that this version does not know
const SourceType *typeOf(const SourceRecord &source)
{
    const Source *vendor = findSource(source.type);
    return vendor ? &vendor->type() : nullptr;
}

} // namespace

std::optional<RetentionRisk> retentionRisk(const std::vector<CoverageEntry> &ledger, UtcMicros now,
                                           const Retention &retention)
{
    const qint64 kept = retention.days * UtcMicros::PerDay;
    const std::vector<CoverageEntry> effective = effectiveCoverage(ledger, kept);
    if (effective.empty())
        return std::nullopt;
    const auto first = std::ranges::min_element(
        effective, {}, [](const CoverageEntry &entry) { return *entry.window.from; });
    const TimeWindow window{first->window.from, std::min(now, retention.scopeEnd.value_or(now))};
    if (*window.from >= *window.to)
        return std::nullopt;
    std::optional<RetentionRisk> lost;
    for (const TimeWindow &gap : uncoveredTimes(effective, window)) {
        const auto risk = riskOf(gap, now, kept);
        if (risk && risk->kind != RetentionRisk::Kind::Lost)
            return risk;
        if (risk)
            lost = risk;
    }
    return lost;
}

std::optional<RetentionRisk> retentionRisk(const EventReader &reader, const SourceRecord &source,
                                           UtcMicros now)
{
    const SourceType *type = typeOf(source);
    if (source.removed || !type || !type->retentionDays)
        return std::nullopt;
    const auto settings = SourceSettings::fromValues(*type, source.settings);
    const auto ledger = reader.coverage(source.id);
    if (!settings || !ledger)
        return std::nullopt;
    const auto scopeEnd =
        type->scopeEnd.isEmpty() ? std::optional<UtcMicros>() : settings->time(type->scopeEnd);
    return retentionRisk(*ledger, now, {*type->retentionDays, scopeEnd});
}

QString retentionSentence(const RetentionRisk &risk, const SourceRecord &source,
                          const std::function<QString(UtcMicros)> &timeText)
{
    const SourceType *type = typeOf(source);
    const QString vendor = type ? type->displayName : source.type;
    const QString days = QString::number(type ? type->retentionDays.value_or(0) : 0);
    const QString name = visibleText(source.name);
    const QString from = timeText(*risk.window.from);
    const QString limit = timeText(risk.limit);
    switch (risk.kind) {
    case RetentionRisk::Kind::Soon:
        return tr("%1 deletes events after %2 days: sync “%3” before %5, or its events since %4 are lost.")
            .arg(vendor, days, name, from, limit);
    case RetentionRisk::Kind::Partly:
        return tr("%1 deletes events after %2 days: those of “%3” from %4 to %5 were never fetched and are "
                  "lost; sync it now to keep the later ones.")
            .arg(vendor, days, name, from, limit);
    case RetentionRisk::Kind::Lost:
        return tr("%1 deletes events after %2 days: those of “%3” from %4 to %5 were never fetched and are "
                  "lost.")
            .arg(vendor, days, name, from, limit);
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace Trailglass
