// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/source.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Trailglass {

QString RowKey::digest() const
{
    constexpr qsizetype Digits = 32;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(QByteArray::number(created.value) + ' '));
    hash.addData(QByteArrayView(id.data(), static_cast<qsizetype>(id.size())));
    return QString::fromLatin1(hash.result().toHex().left(Digits));
}

void PageSummary::add(const Event &event, const std::optional<TimeWindow> &window)
{
    ++rows;
    if (window && !window->contains(event.created))
        ++outsideWindow;
    earliest = earliest ? std::min(*earliest, event.created) : event.created;
    latest = latest ? std::max(*latest, event.created) : event.created;
    if (!asOf || event.created <= *asOf)
        latestPresent = std::max(latestPresent, std::optional(event.created));
    if (m_previous) {
        ascending = ascending && event.created >= *m_previous;
        descending = descending && event.created <= *m_previous;
    } else {
        first = RowKey{event.id, event.created};
    }
    m_previous = event.created;
}

std::optional<PageOutcome> Source::giveUp(const SourceSettings &, const Checkpoint &, const Error &) const
{
    return {};
}

const DetailRequests *Source::details() const
{
    return nullptr;
}

} // namespace Trailglass
