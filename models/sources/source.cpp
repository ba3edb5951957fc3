// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/source.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Trailglass {

namespace {

/// Short enough for a checkpoint.
QString digestOf(const QByteArray &hash)
{
    constexpr qsizetype Digits = 32;
    return QString::fromLatin1(hash.toHex().left(Digits));
}

} // namespace

QString RowKey::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(QByteArray::number(created.value) + ' '));
    hash.addData(QByteArrayView(id.data(), static_cast<qsizetype>(id.size())));
    return digestOf(hash.result());
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

void PageSummary::addUnreadable(QByteArrayView bytes, qint64 length)
{
    ++rows;
    ++unreadable;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(unreadableHash);
    hash.addData(QByteArray(QByteArray::number(length) + ' '));
    hash.addData(bytes);
    unreadableHash = hash.result();
}

QString PageSummary::digest() const
{
    return first ? first->digest() : digestOf(unreadableHash);
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
