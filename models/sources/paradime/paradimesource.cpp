// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/paradime/paradimesource.h"

#include "models/core/result.h"
#include "models/sources/apirequest.h"
#include "models/sources/cursorjson.h"
#include "models/sources/errortext.h"
#include "models/sources/pagewarnings.h"
#include "models/sources/paradime/paradimeauthorization.h"
#include "models/sources/paradime/paradimeevent.h"
#include "models/sources/paradime/paradimetype.h"
#include "models/sources/runplan.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

const auto VendorName = u"Paradime"_s;

const auto Query =
    u"query GetAuditLogs { getAuditLogs { auditLogs { id createdDttm updatedDttm workspaceId workspaceName "
    "actorType actorUserId actorEmail eventSourceId eventSource eventId eventType metadataJson } } }"_s;

} // namespace

const SourceType &ParadimeSource::type() const
{
    return paradimeType();
}

std::span<const std::vector<std::string_view>> ParadimeSource::rowPaths() const
{
    // The wire is standard GraphQL; the reference shows the response without its wrapping.
    static const std::vector<std::vector<std::string_view>> paths{
        {"data", "getAuditLogs", "auditLogs"}, {"getAuditLogs", "auditLogs"}, {"auditLogs"}};
    return paths;
}

Checkpoint ParadimeSource::begin(const SourceSettings &, const RunOptions &options) const
{
    // The watermark is shown, but never asked with: the API has no dates.
    return newCheckpoint(readWatermark(options.checkpoint));
}

Result<PageRequest> ParadimeSource::request(const SourceSettings &settings, const SecretValues &secrets,
                                            const Checkpoint &) const
{
    TRY(QList<RequestHeader> authorization, paradimeAuthorization(settings, secrets));
    PageRequest page;
    page.streamed = true;
    page.http = jsonGet(settings.value(u"endpoint"_s), {});
    page.http.verb = "POST";
    page.http.headers += authorization;
    page.http.body = QJsonDocument(QJsonObject{{u"query"_s, Query}}).toJson(QJsonDocument::Compact);
    return page;
}

Result<Event> ParadimeSource::readEvent(std::string_view json, const SourceSettings &) const
{
    return readParadimeEvent(json);
}

Result<PageOutcome> ParadimeSource::advance(const SourceSettings &, const Checkpoint &checkpoint,
                                            const PageSummary &page) const
{
    const QJsonObject envelope = envelopeObject(page.envelope);
    const QJsonValue errors = envelope.value(u"errors");
    const bool failed = !errors.isUndefined() && !errors.isNull() && errors != QJsonValue(QJsonArray());
    if (failed)
        return vendorError(VendorName, vendorErrorText(envelope));
    if (const auto error = missingRowsError(VendorName, page, envelope))
        return *error;
    PageOutcome outcome;
    outcome.finished = true;
    outcome.checkpoint = newCheckpoint(later(readWatermark(checkpoint), page.latestPresent));
    if (page.asOf)
        outcome.covered = coveredInterval(std::nullopt, *page.asOf);
    return outcome;
}

QString ParadimeSource::errorText(QByteArrayView body) const
{
    return vendorErrorText(body);
}

std::optional<PageOutcome> ParadimeSource::recover(const SourceSettings &, const Checkpoint &,
                                                   const Error &) const
{
    return {};
}

} // namespace Trailglass
