// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/vendorsources.h"

#include "models/core/result.h"
#include "models/sources/cursorjson.h"
#include "models/sources/errortext.h"
#include "models/sources/nected/logdetail.h"
#include "models/sources/nected/nectedevent.h"
#include "models/sources/nected/nectedpaging.h"
#include "models/sources/nected/nectedrequest.h"
#include "models/sources/nected/nectedtype.h"
#include "models/sources/pagewarnings.h"
#include "models/sources/runplan.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

const auto VendorName = u"Nected"_s;

TimeWindow scopeOf(const SourceSettings &settings)
{
    return {settings.time(u"startDate"_s), settings.time(u"endDate"_s)};
}

QString timeParameter(const std::optional<UtcMicros> &time)
{
    return time ? millisText(*time) : QString();
}

/// Nected's audit trail: numbered pages of ten, newest first, within a window of dates.
///
/// \source docs.nected.ai, Audit log API (both generations of its paths)
class NectedSource final : public Source
{
public:
    Vendor vendor() const override { return Vendor::Nected; }

    const SourceType &type() const override { return nectedType(); }

    std::span<const std::vector<std::string_view>> rowPaths() const override
    {
        static const std::vector<std::vector<std::string_view>> paths{{"data"}};
        return paths;
    }

    Checkpoint begin(const SourceSettings &settings, const RunOptions &options) const override
    {
        NewestFirstCursor cursor = NewestFirstCursor::fromJson(options.checkpoint);
        const TimeWindow scope = scopeOf(settings);
        cursor.settle(true);
        // Everything is requested without dates, and split by date only when it is too much.
        cursor.start(planRun(settings, options, cursor.mark, scope), options, scope.to);
        return cursor.toJson();
    }

    Result<PageRequest> request(const SourceSettings &settings, const SecretValues &secrets,
                                const Checkpoint &checkpoint) const override
    {
        const NewestFirstCursor cursor = NewestFirstCursor::fromJson(checkpoint);
        const TimeWindow asked = NectedSearch::dates(cursor.front());
        TRY(HttpRequest http,
            nectedGet(settings, secrets, "search",
                      {{"pageNo", QString::number(cursor.front().page)},
                       {"pageSize", QString::number(NectedSearch::PageSize)},
                       {"search", settings.value(u"search"_s)},
                       {"type", settings.value(u"type"_s)},
                       {"event", settings.value(u"event"_s)},
                       {"status", settings.value(u"status"_s)},
                       {"environment", settings.value(u"environment"_s)},
                       {"startDate", timeParameter(asked.from)},
                       {"endDate", timeParameter(asked.to)},
                       {"sort", isNectedV1(settings) ? u"date:-1"_s : QString()}}));
        PageRequest page;
        page.http = http;
        page.asOf = cursor.asOf;
        if (asked.from || asked.to)
            page.window = TimeWindow{asked.from, asked.to ? std::optional(*asked.to + 1) : std::nullopt};
        return page;
    }

    Result<Event> readEvent(std::string_view json, const SourceSettings &) const override
    {
        return readNectedEvent(json);
    }

    Result<PageOutcome> advance(const SourceSettings &, const Checkpoint &checkpoint,
                                const PageSummary &page) const override
    {
        QJsonObject envelope = envelopeObject(page.envelope);
        const QString code = envelope.value(u"code").toString();
        if (!code.isEmpty() && code.compare("success"_L1, Qt::CaseInsensitive) != 0) {
            const QString words = vendorErrorText(envelope);
            return vendorError(VendorName, words.isEmpty() ? code : words);
        }
        envelope.remove(u"message"); // of a success
        if (const auto error = missingRowsError(VendorName, page, envelope))
            return *error;
        const NewestFirstCursor cursor = NewestFirstCursor::fromJson(checkpoint);
        if (page.rows == 0 && NectedSearch::announcesRows(envelope, cursor.front().page))
            return withheldRowsError(VendorName);
        return NectedSearch::follow(cursor, envelope, page);
    }

    QString errorText(QByteArrayView body) const override { return vendorErrorText(body); }

    std::optional<PageOutcome> recover(const SourceSettings &, const Checkpoint &checkpoint,
                                       const Error &error) const override
    {
        return followListRefusal(NewestFirstCursor::fromJson(checkpoint), error, NectedSearch::rules());
    }

    std::optional<PageOutcome> giveUp(const SourceSettings &, const Checkpoint &checkpoint,
                                      const Error &error) const override
    {
        return followListFailure(NewestFirstCursor::fromJson(checkpoint), error, NectedSearch::rules());
    }

    const DetailRequests *details() const override
    {
        static const NectedDetailRequests requests;
        return &requests;
    }
};

} // namespace

const Source &nectedSource()
{
    static const NectedSource source;
    return source;
}

} // namespace Trailglass
