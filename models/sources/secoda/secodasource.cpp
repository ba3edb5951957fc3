// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/secoda/secodasource.h"

#include "models/core/result.h"
#include "models/sources/apirequest.h"
#include "models/sources/cursorjson.h"
#include "models/sources/errortext.h"
#include "models/sources/newestfirstpaging.h"
#include "models/sources/pagewarnings.h"
#include "models/sources/secoda/secodaevent.h"
#include "models/sources/secoda/secodapaging.h"
#include "models/sources/secoda/secodatype.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

const auto VendorName = u"Secoda"_s;

/// Always sent: the order without it is nowhere stated.
const auto NewestFirst = uR"({"field":"logged_at","order":"desc"})"_s;

ListRules secodaListRules()
{
    return {.vendor = VendorName};
}

} // namespace

const SourceType &SecodaSource::type() const
{
    return secodaType();
}

std::span<const std::vector<std::string_view>> SecodaSource::rowPaths() const
{
    static const std::vector<std::vector<std::string_view>> paths{{"results"}};
    return paths;
}

Checkpoint SecodaSource::begin(const SourceSettings &, const RunOptions &options) const
{
    NewestFirstCursor cursor = NewestFirstCursor::fromJson(options.checkpoint);
    cursor.settle(false);
    RunPlan plan = planUndatedRun(options, cursor.mark);
    if (cursor.unordered)
        plan.from.reset();
    cursor.start(plan, options, {});
    return cursor.toJson();
}

Result<PageRequest> SecodaSource::request(const SourceSettings &settings, const SecretValues &secrets,
                                          const Checkpoint &checkpoint) const
{
    const NewestFirstCursor cursor = NewestFirstCursor::fromJson(checkpoint);
    TRY(RequestHeader authorization, secretHeader("Authorization", "Bearer ", type(), secrets, u"api_key"_s));
    PageRequest page;
    // With its trailing slash: without it the server redirects, which may drop the key.
    page.http = jsonGet(settings.value(u"base_url"_s), "/api/v1/activity_log/audit_logs/",
                        {{"filter", settings.value(u"filter"_s)},
                         {"sort", NewestFirst},
                         {"page", QString::number(cursor.front().page)}});
    page.http.headers.append(authorization);
    page.asOf = cursor.asOf;
    return page;
}

Result<Event> SecodaSource::readEvent(std::string_view json, const SourceSettings &) const
{
    return readSecodaEvent(json);
}

Result<PageOutcome> SecodaSource::advance(const SourceSettings &, const Checkpoint &checkpoint,
                                          const PageSummary &page) const
{
    const QJsonObject envelope = envelopeObject(page.envelope);
    if (const auto error = missingRowsError(VendorName, page, envelope))
        return *error;
    const NewestFirstCursor cursor = NewestFirstCursor::fromJson(checkpoint);
    const SecodaPaging paging = SecodaPaging::fromEnvelope(envelope, cursor.front().page);
    const ListResponse response{
        .count = paging.count, .next = paging.nextPage, .saysWhetherThereIsMore = paging.known};
    return followListPage(cursor, response, page, secodaListRules());
}

QString SecodaSource::errorText(QByteArrayView body) const
{
    return vendorErrorText(body);
}

std::optional<PageOutcome> SecodaSource::recover(const SourceSettings &, const Checkpoint &checkpoint,
                                                 const Error &error) const
{
    return followListRefusal(NewestFirstCursor::fromJson(checkpoint), error, secodaListRules());
}

std::optional<PageOutcome> SecodaSource::giveUp(const SourceSettings &, const Checkpoint &checkpoint,
                                                const Error &error) const
{
    return followListFailure(NewestFirstCursor::fromJson(checkpoint), error, secodaListRules());
}

} // namespace Trailglass
