// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivefacets.h"

#include "models/archive/archivehistogram.h"
#include "models/archive/archivesession.h"
#include "models/archive/eventtable.h"
#include "models/archive/facetsql.h"
#include "models/archive/rowbinary.h"
#include "models/core/translation.h"
#include "models/filter/fieldnames.h"
#include "models/filter/timereference.h"

#include <algorithm>
#include <charconv>

namespace Trailglass {

namespace {

Error brokenCounts()
{
    return {ErrorKind::Malformed,
            Trailglass::tr("The archive counted values of fields that were not requested.")};
}

/// Whether the field may have so many values that they are given up: what a workspace has no dictionary for.
bool mayHaveTooMany(const Filter::FieldReference &field)
{
    const auto *stored = std::get_if<Field>(&field);
    return stored ? !isSplitField(*stored) : std::holds_alternative<Filter::JsonPath>(field);
}

bool canShare(const Filter::FieldReference &field)
{
    const auto *stored = std::get_if<Field>(&field);
    return FacetSql::sharesQuery(field) && (!stored || isCodedColumn(*stored));
}

Result<FacetValue> readValue(RowBinaryReader &reader, const Filter::FieldReference &field)
{
    std::string text(reader.readText());
    const qint64 count = reader.readInt64();
    TRY(reader.check());
    if (Filter::isTime(field)) {
        qint64 time = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), time).ec != std::errc())
            return brokenCounts();
        text = formatTime(UtcMicros{time});
    }
    return FacetValue{text.empty() ? std::nullopt : std::optional(std::move(text)), count};
}

bool hasLocalTime(const FacetRequest &request)
{
    return std::ranges::any_of(request.fields, [](const Filter::FieldReference &field) {
        return std::holds_alternative<Filter::DerivedField>(field);
    });
}

/// Counts the fields of one request.
class FacetQueries
{
public:
    FacetQueries(ArchiveSession &session, const ArchiveQuery &query, const FacetRequest &request,
                 std::optional<LocalTimeSql> localTime, const CancelToken &cancel)
        : m_session(session)
        , m_query(query)
        , m_request(request)
        , m_localTime(std::move(localTime))
        , m_cancel(cancel)
    {
    }

    Result<std::vector<Facet>> count()
    {
        std::vector<Facet> facets;
        std::vector<std::size_t> shared;
        for (const Filter::FieldReference &field : m_request.fields) {
            if (canShare(field))
                shared.push_back(facets.size());
            facets.push_back({field, {}});
        }
        if (shared.size() < 2 || !m_session.profile().hasGroupingSets())
            shared.clear();
        if (!shared.empty()) {
            TRY(countTogether(facets, shared));
        }
        for (std::size_t place = 0; place < facets.size(); ++place) {
            if (!std::ranges::binary_search(shared, place)) {
                TRY(countAlone(facets[place]));
            }
        }
        return facets;
    }

private:
    /// \param limit  values at most; 0: all
    [[nodiscard]] FacetSql sqlWith(quint64 limit) const
    {
        return {m_query.from, limit, m_localTime ? &*m_localTime : nullptr};
    }
    [[nodiscard]] quint64 top() const { return static_cast<quint64>(std::max(0, m_request.top)); }

    Result<void> countTogether(std::vector<Facet> &facets, const std::vector<std::size_t> &places)
    {
        std::vector<Filter::FieldReference> fields;
        fields.reserve(places.size());
        for (const std::size_t place : places)
            fields.push_back(facets[place].field);
        TRY(const QByteArray rows, m_session.ask(sqlWith(top()).ofFields(fields), m_cancel));
        RowBinaryReader reader(rows);
        while (!reader.atEnd()) {
            const quint8 number = reader.readUInt8();
            if (number >= fields.size())
                return brokenCounts();
            TRY(auto value, readValue(reader, fields[number]));
            facets[places[number]].values.push_back(std::move(value));
        }
        return {};
    }

    Result<void> countAlone(Facet &facet)
    {
        const bool mayGiveUp = m_request.maxDistinct > 0 && mayHaveTooMany(facet.field);
        if (mayGiveUp) {
            TRY(facet.hasTooMany, hasTooMany(facet.field));
            if (facet.hasTooMany)
                return {};
        }
        TRY(const QByteArray rows, m_session.ask(sqlWith(top()).ofField(facet.field), m_cancel));
        RowBinaryReader reader(rows);
        while (!reader.atEnd()) {
            TRY(auto value, readValue(reader, facet.field));
            facet.values.push_back(std::move(value));
        }
        return {};
    }

    Result<bool> hasTooMany(const Filter::FieldReference &field)
    {
        // Rows without a value are no value.
        const quint64 limit = m_request.maxDistinct + 2;
        const ArchiveSql sql =
            "SELECT toUInt64(countIf(value != '')) FROM (" + sqlWith(limit).ofField(field) + ")";
        TRY(const QByteArray rows, m_session.ask(sql, m_cancel));
        RowBinaryReader reader(rows);
        const quint64 values = reader.readUInt64();
        TRY(reader.check());
        return values > m_request.maxDistinct;
    }

    ArchiveSession &m_session;
    const ArchiveQuery &m_query;
    const FacetRequest &m_request;
    const std::optional<LocalTimeSql> m_localTime;
    const CancelToken &m_cancel;
};

} // namespace

Result<std::vector<Facet>> archiveFacets(ArchiveSession &session, const ArchiveQuery &query,
                                         const FacetRequest &request, const CancelToken &cancel)
{
    for (const Filter::FieldReference &field : request.fields) {
        if (!Filter::canBeCounted(field))
            return Filter::notCountable(field);
    }
    std::optional<LocalTimeSql> localTime;
    if (hasLocalTime(request)) {
        TRY(localTime, query.localTime());
    }
    return FacetQueries(session, query, request, std::move(localTime), cancel).count();
}

} // namespace Trailglass
