// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/vendorsources.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/sources/apirequest.h"
#include "models/sources/cursorjson.h"
#include "models/sources/datafold/datafoldcursor.h"
#include "models/sources/datafold/datafoldevent.h"
#include "models/sources/datafold/datafoldtype.h"
#include "models/sources/errortext.h"
#include "models/sources/pagewarnings.h"
#include "models/sources/runplan.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

const auto VendorName = u"Datafold"_s;

TimeWindow scopeOf(const SourceSettings &settings)
{
    return {settings.time(u"start_date"_s), settings.time(u"end_date"_s)};
}

/// `Key <api-key>`; some people copy the whole header.
QByteArray authorizationPrefix(const SecretValues &secrets)
{
    return secrets.value(u"api_key"_s).reveal().startsWith("Key ") ? QByteArray() : QByteArrayLiteral("Key ");
}

QJsonValue dateValue(const std::optional<UtcMicros> &time)
{
    return time ? QJsonValue(millisText(*time)) : QJsonValue();
}

/// The last window's upper end is open, unless the source has one.
TimeWindow askedWindow(const SourceSettings &settings, const DatafoldCursor &cursor)
{
    TimeWindow window = cursor.asked();
    const TimeWindow scope = scopeOf(settings);
    if (window.from && scope.from)
        window.from = std::max(window.from, scope.from);
    if (!window.to)
        window.to = scope.to;
    return window;
}

Error exhaustedError(const DatafoldCursor &cursor)
{
    return {ErrorKind::TooLarge,
            tr("Datafold could not return even one minute of events from %1. Try again later, or exclude "
               "that time with the settings start_date and end_date.")
                .arg(millisText(cursor.position.value_or(Beginning)))};
}

/// Datafold's audit log: one response for a time window, without pages or a promised order.
///
/// \source docs.datafold.com, `get_audit_logs_api_v1_audit_logs_get`
class DatafoldSource final : public Source
{
public:
    Vendor vendor() const override { return Vendor::Datafold; }

    const SourceType &type() const override { return datafoldType(); }

    std::span<const std::vector<std::string_view>> rowPaths() const override
    {
        static const std::vector<std::vector<std::string_view>> paths{{"logs"}};
        return paths;
    }

    Checkpoint begin(const SourceSettings &settings, const RunOptions &options) const override
    {
        DatafoldCursor cursor = DatafoldCursor::fromJson(options.checkpoint);
        const TimeWindow scope = scopeOf(settings);
        const bool resumes = cursor.running && !cursor.leavesGap && !options.full && !options.since;
        if (resumes) {
            cursor.resume(std::min(options.now, scope.to.value_or(options.now)));
            return cursor.toJson();
        }
        const RunPlan plan = planRun(settings, options, cursor.watermark, scope);
        DatafoldCursor fresh;
        fresh.running = true;
        fresh.leavesGap = plan.leavesGap;
        fresh.watermark = cursor.watermark;
        fresh.from = plan.from;
        fresh.position = plan.from;
        // By this machine's clock, until the first response has shown the server's.
        fresh.to = plan.from ? std::max(options.now, *plan.from + Overlap) : options.now;
        fresh.to = std::min(fresh.to, scope.to.value_or(fresh.to));
        return fresh.toJson();
    }

    Result<PageRequest> request(const SourceSettings &settings, const SecretValues &secrets,
                                const Checkpoint &checkpoint) const override
    {
        const DatafoldCursor cursor = DatafoldCursor::fromJson(checkpoint);
        if (cursor.exhausted)
            return exhaustedError(cursor);
        TRY(RequestHeader authorization,
            secretHeader("Authorization", authorizationPrefix(secrets), type(), secrets, u"api_key"_s));
        const TimeWindow asked = askedWindow(settings, cursor);
        PageRequest page;
        page.http = jsonGet(settings.value(u"base_url"_s), "/api/v1/audit_logs");
        page.http.headers.append(authorization);
        page.asOf = cursor.asOf;
        page.http.body = QJsonDocument(QJsonObject{{u"start_date"_s, dateValue(asked.from)},
                                                   {u"end_date"_s, dateValue(asked.to)}})
                             .toJson(QJsonDocument::Compact);
        if (asked.from || asked.to)
            page.window = TimeWindow{asked.from, asked.to ? std::optional(*asked.to + 1) : std::nullopt};
        return page;
    }

    Result<Event> readEvent(std::string_view json, const SourceSettings &) const override
    {
        return readDatafoldEvent(json);
    }

    Result<PageOutcome> advance(const SourceSettings &settings, const Checkpoint &checkpoint,
                                const PageSummary &page) const override
    {
        if (const auto error = missingRowsError(VendorName, page, envelopeObject(page.envelope)))
            return *error;
        DatafoldCursor cursor = DatafoldCursor::fromJson(checkpoint);
        PageOutcome outcome;
        if (page.outsideWindow > 0)
            outcome.warnings.append(outsideWindowWarning(VendorName));
        cursor.reached = later(cursor.reached, page.latestPresent);
        outcome.covered = cursor.moveOn(page.asOf, scopeOf(settings).to);
        // Rows, and none of them from the window: nothing shows that the server has seen its dates, and the next run
        // requests them again.
        if (page.outsideWindow > 0 && page.outsideWindow == page.rows - page.unreadable) {
            outcome.covered.clear();
            cursor.leavesGap = true;
        }
        // Between the windows nothing is known beyond the position, even if a stray event came from there.
        if (cursor.reached && !cursor.leavesGap)
            cursor.watermark = later(cursor.watermark, std::min(*cursor.reached, *cursor.position));
        outcome.finished = !cursor.running;
        outcome.leavesGap = outcome.finished && cursor.leavesGap;
        outcome.checkpoint = cursor.toJson();
        return outcome;
    }

    QString errorText(QByteArrayView body) const override { return vendorErrorText(body); }

    std::optional<PageOutcome> recover(const SourceSettings &settings, const Checkpoint &checkpoint,
                                       const Error &error) const override
    {
        constexpr int GatewayTimeout = 504;
        const bool tooLarge = error.kind == ErrorKind::Timeout || error.kind == ErrorKind::TooLarge
            || error.httpStatus == GatewayTimeout;
        DatafoldCursor cursor = DatafoldCursor::fromJson(checkpoint);
        if (!tooLarge || !cursor.running || cursor.exhausted)
            return {};
        cursor.halve(!scopeOf(settings).to);
        PageOutcome outcome;
        outcome.checkpoint = cursor.toJson();
        return outcome;
    }
};

} // namespace

const Source &datafoldSource()
{
    static const DatafoldSource source;
    return source;
}

} // namespace Trailglass
