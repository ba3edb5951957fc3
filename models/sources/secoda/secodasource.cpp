// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/vendorsources.h"

#include "models/core/result.h"
#include "models/sources/apirequest.h"
#include "models/sources/cursorjson.h"
#include "models/sources/errortext.h"
#include "models/sources/newestfirstpaging.h"
#include "models/sources/pagewarnings.h"
#include "models/sources/secoda/resourcelogs.h"
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

/// Secoda's audit log: numbered pages, sorted newest first, no filter by date.
///
/// \source Secoda OpenAPI 8.22.39, `api_list_audit_logs`
class SecodaSource final : public Source
{
public:
    Vendor vendor() const override { return Vendor::Secoda; }

    const SourceType &type() const override { return secodaType(); }

    std::span<const std::vector<std::string_view>> rowPaths() const override
    {
        static const std::vector<std::vector<std::string_view>> paths{{"results"}};
        return paths;
    }

    Checkpoint begin(const SourceSettings &, const RunOptions &options) const override
    {
        NewestFirstCursor cursor = NewestFirstCursor::fromJson(options.checkpoint);
        cursor.settle(false);
        RunPlan plan = planUndatedRun(options, cursor.mark);
        if (cursor.unordered)
            plan.from.reset();
        cursor.start(plan, options, {});
        return cursor.toJson();
    }

    Result<PageRequest> request(const SourceSettings &settings, const SecretValues &secrets,
                                const Checkpoint &checkpoint) const override
    {
        const NewestFirstCursor cursor = NewestFirstCursor::fromJson(checkpoint);
        TRY(RequestHeader authorization,
            secretHeader("Authorization", "Bearer ", type(), secrets, u"api_key"_s));
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

    Result<Event> readEvent(std::string_view json, const SourceSettings &) const override
    {
        return readSecodaEvent(json);
    }

    Result<PageOutcome> advance(const SourceSettings &, const Checkpoint &checkpoint,
                                const PageSummary &page) const override
    {
        const QJsonObject envelope = envelopeObject(page.envelope);
        if (const auto error = missingRowsError(VendorName, page, envelope))
            return *error;
        const NewestFirstCursor cursor = NewestFirstCursor::fromJson(checkpoint);
        const SecodaPaging paging = SecodaPaging::fromEnvelope(envelope, cursor.front().page);
        if (page.rows == 0 && paging.announcesRows)
            return withheldRowsError(VendorName);
        const ListResponse response{
            .count = paging.count, .next = paging.nextPage, .saysWhetherThereIsMore = paging.known};
        return followListPage(cursor, response, page, secodaListRules());
    }

    QString errorText(QByteArrayView body) const override { return vendorErrorText(body); }

    std::optional<PageOutcome> recover(const SourceSettings &, const Checkpoint &checkpoint,
                                       const Error &error) const override
    {
        return followListRefusal(NewestFirstCursor::fromJson(checkpoint), error, secodaListRules());
    }

    std::optional<PageOutcome> giveUp(const SourceSettings &, const Checkpoint &checkpoint,
                                      const Error &error) const override
    {
        return followListFailure(NewestFirstCursor::fromJson(checkpoint), error, secodaListRules());
    }

    const DetailRequests *details() const override
    {
        static const SecodaDetailRequests requests;
        return &requests;
    }
};

} // namespace

const Source &secodaSource()
{
    static const SecodaSource source;
    return source;
}

} // namespace Trailglass
