// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/secoda/secodasource.h"

#include "models/sources/apirequest.h"
#include "models/sources/cursorjson.h"
#include "models/sources/errorwords.h"
#include "models/sources/pagewarnings.h"
#include "models/sources/runplan.h"
#include "models/sources/secoda/secodadescent.h"
#include "models/sources/secoda/secodaevent.h"
#include "models/sources/secoda/secodatype.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

const auto VendorName = u"Secoda"_s;

/// Always sent: the order without it is nowhere stated.
const auto NewestFirst = uR"({"field":"logged_at","order":"desc"})"_s;

std::optional<UtcMicros> floorOf(const RunOptions &options, const std::optional<UtcMicros> &watermark)
{
    if (options.since)
        return options.since;
    if (options.full || !watermark)
        return {};
    return *watermark - Overlap;
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
    SecodaCursor cursor = SecodaCursor::fromJson(options.checkpoint);
    const bool interrupted = cursor.running && cursor.page > 1;
    // Where the order is not known, neither is what lies above or below a page.
    const bool resumes = interrupted && !cursor.leavesGap && !cursor.incomplete && !cursor.unordered
        && !options.full && !options.since;
    if (resumes) {
        cursor.resumeDescent(options.now);
        return cursor.toJson();
    }
    const bool gap = leavesGap(options, cursor.watermark, interrupted);
    cursor.startDescent(floorOf(options, cursor.watermark), options.now);
    cursor.leavesGap = gap;
    return cursor.toJson();
}

Result<PageRequest> SecodaSource::request(const SourceSettings &settings, const SecretValues &secrets,
                                          const Checkpoint &checkpoint) const
{
    const SecodaCursor cursor = SecodaCursor::fromJson(checkpoint);
    Result<RequestHeader> authorization =
        secretHeader("Authorization", "Bearer ", type(), secrets, u"api_key"_s);
    if (!authorization)
        return authorization.error();
    PageRequest page;
    // With its trailing slash: without it the server redirects, which may drop the key.
    page.http = jsonGet(settings.value(u"base_url"_s), "/api/v1/activity_log/audit_logs/",
                        {{"filter", settings.value(u"filter"_s)},
                         {"sort", NewestFirst},
                         {"page", QString::number(cursor.page)}});
    page.http.headers.append(*authorization);
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
    if (!page.hadRowArray) {
        const QString words = errorWords(envelope);
        return words.isEmpty() ? noRowsError(VendorName) : vendorError(VendorName, words);
    }
    const SecodaCursor cursor = SecodaCursor::fromJson(checkpoint);
    return followSecodaPage(cursor, SecodaPaging::fromEnvelope(envelope, cursor.page), page);
}

QString SecodaSource::errorText(QByteArrayView body) const
{
    return errorWords(body);
}

std::optional<PageOutcome> SecodaSource::recover(const SourceSettings &, const Checkpoint &checkpoint,
                                                 const Error &error) const
{
    return followSecodaRefusal(SecodaCursor::fromJson(checkpoint), error);
}

} // namespace Trailglass
