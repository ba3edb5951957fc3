// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/vendorsources.h"

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

/// Paradime's audit log: one GraphQL request, one response with everything, read as a stream.
///
/// \source docs.paradime.io, Audit Logs API; paradime-python-sdk
class ParadimeSource final : public Source
{
public:
    Vendor vendor() const override { return Vendor::Paradime; }

    const SourceType &type() const override { return paradimeType(); }

    std::span<const std::vector<std::string_view>> rowPaths() const override
    {
        // The wire is standard GraphQL; the reference shows the response without its wrapping.
        static const std::vector<std::vector<std::string_view>> paths{
            {"data", "getAuditLogs", "auditLogs"}, {"getAuditLogs", "auditLogs"}, {"auditLogs"}};
        return paths;
    }

    Checkpoint begin(const SourceSettings &, const RunOptions &options) const override
    {
        // The watermark is shown, but never asked with: the API has no dates.
        return newCheckpoint(readWatermark(options.checkpoint));
    }

    Result<PageRequest> request(const SourceSettings &settings, const SecretValues &secrets,
                                const Checkpoint &) const override
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

    Result<Event> readEvent(std::string_view json, const SourceSettings &) const override
    {
        return readParadimeEvent(json);
    }

    Result<PageOutcome> advance(const SourceSettings &, const Checkpoint &checkpoint,
                                const PageSummary &page) const override
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

    QString errorText(QByteArrayView body) const override { return vendorErrorText(body); }

    std::optional<PageOutcome> recover(const SourceSettings &, const Checkpoint &,
                                       const Error &) const override
    {
        return {};
    }
};

} // namespace

const Source &paradimeSource()
{
    static const ParadimeSource source;
    return source;
}

} // namespace Trailglass
