// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/httprequest.h"
#include "models/core/result.h"
#include "models/sources/sourcetype.h"

#include <QByteArrayView>
#include <QList>

#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// An entry that a vendor gives beside an event.
struct DetailEntry
{
    enum class Relation : quint8
    {
        Itself, ///< the event, maybe with more in it than its list had
        History, ///< of the same target
        Parent, ///< led to the event
        Child, ///< came of it
    };
    Relation relation = Relation::History;
    std::string raw; ///< as received
    std::optional<Event> event; ///< without raw; nothing where the entry cannot be read as an event
};

/// A version of an event's target, and the entries that made it.
struct DetailVersion
{
    std::string id;
    std::optional<UtcMicros> logged; ///< when the latest of its entries happened
    std::string raw; ///< as received
    std::vector<DetailEntry> entries;
    std::string
        states; ///< JSON: the part of raw that tells what was before and after; empty where there is none
};

/// What a vendor knows about one event beyond the event itself.
struct EventDetail
{
    std::vector<DetailVersion> versions;
    std::vector<DetailEntry> entries; ///< those that made no version
    std::optional<qint64> total; ///< entries that the vendor says there are
    bool isCut = false; ///< the vendor has more than was requested
};

/// One of the versions, or one of the entries that made none.
struct DetailItem
{
    const DetailVersion *version = nullptr; ///< either this one
    const DetailEntry *entry = nullptr; ///< or this one is set
};

/// Versions and entries as people read them: the event itself, its parents and its children in the order of the vendor,
/// then the history, newest first, what has no time last.
/// \returns points into \a detail
/// \thread any
[[nodiscard]] std::vector<DetailItem> itemsInOrder(const EventDetail &detail);

/// One page of it.
struct DetailPage
{
    EventDetail detail;
    std::optional<qint64> nextPage; ///< 1-based; nothing: this is the last one
};

/// The requests for what a vendor knows about one event. Pure.
/// \thread any
class DetailRequests
{
public:
    virtual ~DetailRequests() = default;

    /// What to ask for.
    /// \returns empty where the event has nothing to ask by
    [[nodiscard]] virtual std::string keyOf(const Event &event) const = 0;

    /// \param page  1-based
    /// \error SecretUnavailable; Usage: there is no address for this key
    [[nodiscard]] virtual Result<HttpRequest> request(const SourceSettings &settings,
                                                      const SecretValues &secrets, const std::string &key,
                                                      qint64 page) const = 0;

    /// Reads a response.
    /// \error Malformed when it is not JSON or not such a response; Vendor when it holds an error
    [[nodiscard]] virtual Result<DetailPage> read(QByteArrayView body, qint64 page) const = 0;
};

/// Reads responses that were kept: all pages, in order.
/// \error as DetailRequests::read()
/// \thread any
[[nodiscard]] Result<EventDetail> readDetail(const DetailRequests &requests, const QList<QByteArray> &pages);

/// Adds what a further page holds.
void appendPage(EventDetail &detail, DetailPage page);

} // namespace Trailglass
