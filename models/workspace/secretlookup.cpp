// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/secretlookup.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sources/source.h"

#include <utility>

namespace Trailglass {

SecretLookup::SecretLookup(SecretPlaces places)
    : m_secrets(places)
{
}

QString SecretLookup::account(const QString &identity, SourceId source)
{
    return identity + QLatin1Char('/') + QString::number(source.value);
}

Result<SecretUse> SecretLookup::use(const QString &identity, const SourceRecord &source)
{
    const Source *vendor = findSource(source.type);
    if (!vendor) {
        return Error{ErrorKind::Usage,
                     Trailglass::tr("This version does not support sources of type %1. Update Trailglass.")
                         .arg(visibleText(source.type))};
    }
    TRY(const auto settings, SourceSettings::fromValues(vendor->type(), source.settings));
    const Origin origin = settings.origin();
    return SecretUse{.workspace = identity,
                     .account = account(identity, source.id),
                     .source = source.name,
                     .type = source.type,
                     .origin = origin,
                     .isVendorsOwn = vendor->type().isVendorsOwn(origin)};
}

Result<QList<ReferenceUse>> SecretLookup::unapproved(const ReferenceApprovals &approvals,
                                                     const QString &identity,
                                                     const QList<SourceRecord> &sources)
{
    QList<ReferenceUse> uses;
    for (const SourceRecord &source : sources) {
        if (const auto wanted = use(identity, source))
            uses += ReferenceApprovals::usesOf(*wanted, source.secrets);
    }
    return approvals.unapproved(uses);
}

void SecretLookup::read(const QString &identity, const QList<SourceRecord> &sources, Attendance attendance,
                        Found found)
{
    m_identity = identity;
    m_attendance = attendance;
    m_waiting = sources;
    m_results.clear();
    m_found = std::move(found);
    QMetaObject::invokeMethod(
        &m_secrets, [this] { readNext(); }, Qt::QueuedConnection);
}

void SecretLookup::readNext()
{
    if (m_waiting.isEmpty()) {
        // The callback may destroy this object.
        const Found found = std::exchange(m_found, {});
        const auto results = std::exchange(m_results, {});
        return found(results);
    }
    const SourceRecord source = m_waiting.takeFirst();
    auto wanted = use(m_identity, source);
    if (!wanted) {
        m_results.push_back(wanted.error());
        return readNext();
    }
    wanted->attendance = m_attendance;
    const auto take = [this, origin = wanted->origin](const Result<SecretValues> &values) {
        m_results.push_back(values ? Result(BoundSecrets{origin, *values}) : values.error());
        readNext();
    };
    m_secrets.read(*wanted, source.secrets, take);
}

} // namespace Trailglass
