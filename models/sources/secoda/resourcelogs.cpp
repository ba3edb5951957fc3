// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/secoda/resourcelogs.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/json/wholedocument.h"
#include "models/sources/apirequest.h"
#include "models/sources/cursorjson.h"
#include "models/sources/errortext.h"
#include "models/sources/eventidentity.h"
#include "models/sources/pagewarnings.h"
#include "models/sources/secoda/secodaevent.h"
#include "models/sources/secoda/secodapaging.h"
#include "models/sources/secoda/secodatype.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

const auto VendorName = u"Secoda"_s;

enum PagePlace
{
    VersionHistories,
    NonVersionedLogs,
    Meta,
    Count,
    TotalPages
};
constexpr FieldTable PagePaths(std::array<FieldPath, 5>{{
    {"", "version_histories"},
    {"", "non_versioned_logs"},
    {"", "meta"},
    {"", "count"},
    {"", "total_pages"},
}});

enum VersionPlace
{
    Id,
    LatestActivity,
    ActivityLogs,
    Metadata
};
constexpr FieldTable VersionPaths(std::array<FieldPath, 4>{{
    {"", "id"},
    {"", "latest_activity_logged_at"},
    {"", "activity_logs"},
    {"", "metadata"},
}});

std::vector<DetailEntry> readEntries(std::string_view array)
{
    std::vector<DetailEntry> entries;
    for (const std::string_view element : elementsOf(array)) {
        Result<Event> event = readSecodaEvent(element);
        entries.push_back({DetailEntry::Relation::History, std::string(element),
                           event ? std::optional(std::move(*event)) : std::nullopt});
    }
    return entries;
}

std::vector<DetailVersion> readVersions(std::string_view array)
{
    std::vector<DetailVersion> versions;
    JsonFields fields(VersionPaths);
    for (const std::string_view element : elementsOf(array)) {
        if (!fields.read(element))
            continue;
        DetailVersion version{
            fields.text(Id), readMoment(fields, LatestActivity), std::string(element), {}, {}};
        if (fields.kind(ActivityLogs) == JsonKind::Array)
            version.entries = readEntries(fields.raw(ActivityLogs));
        // Without the entries, which tell of changes of their own.
        if (fields.kind(Metadata) == JsonKind::Object)
            version.states = R"({"metadata":)" + std::string(fields.raw(Metadata)) + '}';
        versions.push_back(std::move(version));
    }
    return versions;
}

/// The response without its rows, in the form the paging of both endpoints shares.
QJsonObject pagingOf(const JsonFields &fields)
{
    QJsonObject envelope;
    const std::string_view meta = fields.raw(Meta);
    if (fields.kind(Meta) == JsonKind::Object)
        envelope.insert(u"meta"_s,
                        envelopeObject(QByteArray(meta.data(), static_cast<qsizetype>(meta.size()))));
    if (fields.kind(Count) == JsonKind::Number)
        envelope.insert(u"count"_s, toQString(fields.raw(Count)));
    if (fields.kind(TotalPages) == JsonKind::Number)
        envelope.insert(u"total_pages"_s, toQString(fields.raw(TotalPages)));
    return envelope;
}

} // namespace

Result<HttpRequest> secodaResourceLogsRequest(const SourceSettings &settings, const SecretValues &secrets,
                                              const QString &resourceId, qint64 page)
{
    TRY(RequestHeader authorization,
        secretHeader("Authorization", "Bearer ", secodaType(), secrets, u"api_key"_s));
    HttpRequest request = jsonGet(settings.value(u"base_url"_s), "/api/v1/activity_log/resource_logs/",
                                  {{"resource_id", resourceId}, {"page", QString::number(page)}});
    request.headers.append(authorization);
    return request;
}

Result<DetailPage> parseSecodaResourceLogs(QByteArrayView body, qint64 page)
{
    TRY(const std::string document, wholeDocument({body.data(), static_cast<std::size_t>(body.size())}));
    JsonFields fields(PagePaths);
    const auto isList = [&fields](std::size_t place) {
        return fields.kind(place) == JsonKind::Array || fields.kind(place) == JsonKind::Null;
    };
    const bool isPage = fields.read(document) && (isList(VersionHistories) || isList(NonVersionedLogs));
    if (!isPage) {
        const QString words = vendorErrorText(body);
        return words.isEmpty() ? noRowsError(VendorName) : vendorError(VendorName, words);
    }
    DetailPage logs;
    const SecodaPaging paging = SecodaPaging::fromEnvelope(pagingOf(fields), page);
    logs.nextPage = paging.nextPage;
    logs.detail.total = paging.count;
    if (fields.kind(VersionHistories) == JsonKind::Array)
        logs.detail.versions = readVersions(fields.raw(VersionHistories));
    if (fields.kind(NonVersionedLogs) == JsonKind::Array)
        logs.detail.entries = readEntries(fields.raw(NonVersionedLogs));
    return logs;
}

std::string SecodaDetailRequests::keyOf(const Event &event) const
{
    return event.target.id;
}

Result<HttpRequest> SecodaDetailRequests::request(const SourceSettings &settings, const SecretValues &secrets,
                                                  const std::string &key, qint64 page) const
{
    return secodaResourceLogsRequest(settings, secrets, toQString(key), page);
}

Result<DetailPage> SecodaDetailRequests::read(QByteArrayView body, qint64 page) const
{
    return parseSecodaResourceLogs(body, page);
}

} // namespace Trailglass
