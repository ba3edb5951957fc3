// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/nected/logdetail.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/json/jsonfields.h"
#include "models/json/wholedocument.h"
#include "models/sources/errortext.h"
#include "models/sources/nected/nectedevent.h"
#include "models/sources/nected/nectedpaging.h"
#include "models/sources/nected/nectedrequest.h"
#include "models/sources/pagewarnings.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

const auto VendorName = u"Nected"_s;

enum Place
{
    Detail,
    Parent,
    Children,
    TotalChildren,
    Code
};
constexpr FieldTable Paths(std::array<FieldPath, 5>{{
    {"data", "detail"},
    {"data", "parent"},
    {"data", "children"},
    {"data", "totalChildren"},
    {"", "code"},
}});

DetailEntry readEntry(std::string_view json, DetailEntry::Relation relation)
{
    DetailEntry entry{relation, std::string(json), std::nullopt};
    if (!json.starts_with('{'))
        return entry;
    if (Result<Event> event = readNectedEvent(json))
        entry.event = std::move(*event);
    return entry;
}

/// Parents and children are arrays in the reference; a single object is taken as one.
void addRelatives(const JsonFields &fields, Place place, DetailEntry::Relation relation,
                  std::vector<DetailEntry> &entries)
{
    if (fields.kind(place) == JsonKind::Object)
        entries.push_back(readEntry(fields.raw(place), relation));
    if (fields.kind(place) != JsonKind::Array)
        return;
    for (const std::string_view element : elementsOf(fields.raw(place)))
        entries.push_back(readEntry(element, relation));
}

std::optional<qint64> countOf(const JsonFields &fields)
{
    bool ok = false;
    const qint64 count = toQString(fields.text(TotalChildren)).toLongLong(&ok);
    return ok && count >= 0 ? std::optional(count) : std::nullopt;
}

} // namespace

Result<HttpRequest> nectedLogDetailRequest(const SourceSettings &settings, const SecretValues &secrets,
                                           const QString &logId, qint64 page)
{
    TRY(const QByteArray segment, pathSegment(logId));
    return nectedGet(
        settings, secrets, segment,
        {{"pageNo", QString::number(page)}, {"pageSize", QString::number(NectedSearch::PageSize)}});
}

Result<DetailPage> parseNectedLogDetail(QByteArrayView body, qint64 page)
{
    TRY(const std::string document, wholeDocument({body.data(), static_cast<std::size_t>(body.size())}));
    JsonFields fields(Paths);
    if (!fields.read(document))
        return noRowsError(VendorName);
    const QString code = toQString(fields.text(Code));
    const bool failed = !code.isEmpty() && code.compare("success"_L1, Qt::CaseInsensitive) != 0;
    if (failed || fields.kind(Detail) != JsonKind::Object) {
        const QString words = vendorErrorText(body);
        return failed || !words.isEmpty() ? vendorError(VendorName, words) : noRowsError(VendorName);
    }
    TRY(readNectedEvent(fields.raw(Detail)));
    DetailPage read;
    std::vector<DetailEntry> &entries = read.detail.entries;
    entries.push_back(readEntry(fields.raw(Detail), DetailEntry::Relation::Itself));
    addRelatives(fields, Parent, DetailEntry::Relation::Parent, entries);
    const std::size_t before = entries.size();
    addRelatives(fields, Children, DetailEntry::Relation::Child, entries);
    read.detail.total = countOf(fields);
    const bool isFull = entries.size() - before >= static_cast<std::size_t>(NectedSearch::PageSize);
    if (isFull && read.detail.total.value_or(0) > page * NectedSearch::PageSize)
        read.nextPage = page + 1;
    return read;
}

std::string NectedDetailRequests::keyOf(const Event &event) const
{
    return event.id;
}

Result<HttpRequest> NectedDetailRequests::request(const SourceSettings &settings, const SecretValues &secrets,
                                                  const std::string &key, qint64 page) const
{
    return nectedLogDetailRequest(settings, secrets, toQString(key), page);
}

Result<DetailPage> NectedDetailRequests::read(QByteArrayView body, qint64 page) const
{
    return parseNectedLogDetail(body, page);
}

} // namespace Trailglass
