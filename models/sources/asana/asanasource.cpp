// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/vendorsources.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/sources/apirequest.h"
#include "models/sources/asana/asanacursor.h"
#include "models/sources/asana/asanaevent.h"
#include "models/sources/asana/asanatype.h"
#include "models/sources/cursorjson.h"
#include "models/sources/errortext.h"
#include "models/sources/pagewarnings.h"
#include "models/sources/runplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// The most the endpoint's parameter allows; its prose speaks of 1,000, and any number of rows is read.
const auto PageLimit = u"100"_s;

const auto VendorName = u"Asana"_s;

TimeWindow scopeOf(const SourceSettings &settings)
{
    return {settings.time(u"start_at"_s), settings.time(u"end_at"_s)};
}

QString timeParameter(const std::optional<UtcMicros> &time)
{
    return time ? millisText(*time) : QString();
}

QList<TimeWindow> coveredBy(const AsanaCursor &cursor, const TimeWindow &scope)
{
    const UtcMicros asOf = cursor.asOf.value_or(UtcMicros{});
    return coveredInterval(cursor.coveredFrom, std::min(scope.to.value_or(asOf), asOf));
}

/// Asana's audit log: ascending by creation time, read forward by opaque offsets.
///
/// \source developers.asana.com/docs/audit-log-api, OpenAPI definition `getAuditLogEvents`
class AsanaSource final : public Source
{
public:
    Vendor vendor() const override { return Vendor::Asana; }

    const SourceType &type() const override { return asanaType(); }

    std::span<const std::vector<std::string_view>> rowPaths() const override
    {
        static const std::vector<std::vector<std::string_view>> paths{{"data"}};
        return paths;
    }

    Checkpoint begin(const SourceSettings &settings, const RunOptions &options) const override
    {
        AsanaCursor cursor = AsanaCursor::fromJson(options.checkpoint);
        const bool resumes = cursor.running && !cursor.leavesGap && !options.full && !options.since;
        if (!resumes) {
            const RunPlan plan = planRun(settings, options, cursor.watermark, scopeOf(settings));
            AsanaCursor fresh;
            fresh.running = true;
            fresh.leavesGap = plan.leavesGap;
            fresh.watermark = cursor.watermark;
            fresh.startAt = plan.from;
            fresh.coveredFrom = fresh.startAt;
            return fresh.toJson();
        }
        cursor.resume();
        return cursor.toJson();
    }

    Result<PageRequest> request(const SourceSettings &settings, const SecretValues &secrets,
                                const Checkpoint &checkpoint) const override
    {
        const AsanaCursor cursor = AsanaCursor::fromJson(checkpoint);
        TRY(RequestHeader authorization,
            secretHeader("Authorization", "Bearer ", type(), secrets, u"access_token"_s));
        TRY(const QByteArray workspace, pathSegment(settings.value(u"workspace_gid"_s)));
        const QByteArray path = "/workspaces/" + workspace + "/audit_log_events";
        const auto end = scopeOf(settings).to;
        PageRequest page;
        page.http = jsonGet(settings.value(u"base_url"_s), path,
                            {{"limit", PageLimit},
                             {"start_at", timeParameter(cursor.startAt)},
                             {"end_at", timeParameter(end)},
                             {"event_type", settings.value(u"event_type"_s)},
                             {"actor_type", settings.value(u"actor_type"_s)},
                             {"actor_gid", settings.value(u"actor_gid"_s)},
                             {"resource_gid", settings.value(u"resource_gid"_s)},
                             {"offset", cursor.offset}});
        page.http.headers.append(authorization);
        page.asOf = cursor.asOf;
        if (cursor.startAt || end)
            page.window = TimeWindow{
                cursor.startAt ? std::optional(floorToMillis(*cursor.startAt)) : std::nullopt, end};
        return page;
    }

    Result<Event> readEvent(std::string_view json, const SourceSettings &settings) const override
    {
        return readAsanaEvent(json, settings);
    }

    Result<PageOutcome> advance(const SourceSettings &settings, const Checkpoint &checkpoint,
                                const PageSummary &page) const override
    {
        const QJsonObject envelope = envelopeObject(page.envelope);
        if (envelope.contains(u"errors"))
            return vendorError(VendorName, vendorErrorText(envelope));
        if (const auto error = missingRowsError(VendorName, page, envelope))
            return *error;

        AsanaCursor cursor = AsanaCursor::fromJson(checkpoint);
        PageOutcome outcome;
        if (page.outsideWindow > 0)
            outcome.warnings.append(outsideWindowWarning(VendorName));
        const QString digest = page.digest();
        const bool comesAgain = !digest.isEmpty() && cursor.cycle.closes(digest);
        if (!comesAgain)
            cursor.observe(page);

        const QString next = envelope.value(u"next_page").toObject().value(u"offset").toString();
        const bool stuck = page.rows > 0 && !next.isEmpty() && (next == cursor.offset || comesAgain);
        if (!next.isEmpty())
            cursor.offset = next;
        if (stuck) {
            outcome.warnings.append(stuckWarning(VendorName));
            outcome.finished = true;
            if (cursor.isSorted() && !cursor.followUp)
                cursor.moveWatermark();
        } else if (page.rows == 0 || next.isEmpty()) {
            // Past the last event the offset keeps coming; without one there is nowhere to go either.
            outcome.finished = !cursor.turnToFollowUp();
            if (outcome.finished) {
                outcome.covered = coveredBy(cursor, scopeOf(settings));
                cursor.moveWatermark();
            }
        }
        outcome.leavesGap = outcome.finished && (stuck || cursor.leavesGap);
        cursor.running = !outcome.finished;
        outcome.checkpoint = cursor.toJson();
        return outcome;
    }

    QString errorText(QByteArrayView body) const override { return vendorErrorText(body); }

    std::optional<PageOutcome> recover(const SourceSettings &, const Checkpoint &checkpoint,
                                       const Error &error) const override
    {
        constexpr int BadRequest = 400;
        AsanaCursor cursor = AsanaCursor::fromJson(checkpoint);
        const bool aboutOffset = error.message.contains("offset"_L1, Qt::CaseInsensitive)
            || error.message.contains("pagination token"_L1, Qt::CaseInsensitive);
        if (error.httpStatus != BadRequest || !aboutOffset || cursor.offset.isEmpty() || cursor.fellBack)
            return {};
        const bool hasPlace = cursor.fallBack();
        PageOutcome outcome;
        outcome.checkpoint = cursor.toJson();
        outcome.warnings.append(
            hasPlace ? Trailglass::tr(
                "Asana's page offset had expired; the sync resumed from ten minutes before the last event.")
                     : Trailglass::tr(
                         "Asana's page offset had expired; the sync read its log again from the start."));
        return outcome;
    }
};

} // namespace

const Source &asanaSource()
{
    static const AsanaSource source;
    return source;
}

} // namespace Trailglass
