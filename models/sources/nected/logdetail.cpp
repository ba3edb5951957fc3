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
constexpr std::array<FieldPath, 5> Paths{
    {{"data", "detail"}, {"data", "parent"}, {"data", "children"}, {"data", "totalChildren"}, {"", "code"}}};

NectedRelative relative(std::string_view json)
{
    NectedRelative relative{std::string(json), std::nullopt};
    if (!json.starts_with('{'))
        return relative;
    if (Result<Event> event = readNectedEvent(json)) {
        event->raw = relative.raw;
        relative.event = std::move(*event);
    }
    return relative;
}

/// Parents and children are arrays in the reference; a single object is taken as one.
std::vector<NectedRelative> relatives(const JsonFields &fields, Place place)
{
    std::vector<NectedRelative> found;
    if (fields.kind(place) == JsonKind::Object)
        found.push_back(relative(fields.raw(place)));
    if (fields.kind(place) != JsonKind::Array)
        return found;
    for (const std::string_view element : elementsOf(fields.raw(place)))
        found.push_back(relative(element));
    return found;
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
    return nectedGet(
        settings, secrets, pathSegment(logId),
        {{"pageNo", QString::number(page)}, {"pageSize", QString::number(NectedSearch::PageSize)}});
}

Result<NectedLogDetail> parseNectedLogDetail(QByteArrayView body)
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
    TRY(Event detail, readNectedEvent(fields.raw(Detail)));
    detail.raw = fields.raw(Detail);
    return NectedLogDetail{std::move(detail), relatives(fields, Parent), relatives(fields, Children),
                           countOf(fields)};
}

} // namespace Trailglass
