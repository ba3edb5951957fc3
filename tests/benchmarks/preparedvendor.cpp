// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/preparedvendor.h"

#include "tests/benchmarks/pagemaker.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace Trailglass {

namespace {

constexpr int AsanaPage = 100;
constexpr qint64 NectedPage = 10;
constexpr std::uint64_t Seed = 7;
constexpr std::uint64_t FirstOf2020 = 20 * 483'840; ///< event of PageMaker: Nected's windows begin in 2015
constexpr qsizetype Piece = 1024 * 1024; ///< of a long body

/// \returns what is between the two texts, which must be there
std::string between(const std::string &text, const std::string &before, const std::string &after)
{
    const auto begin = text.find(before);
    const auto end = text.rfind(after);
    if (begin == std::string::npos || end == std::string::npos) {
        std::fprintf(stderr, "bench_vendor: PageMaker's pages have another form\n");
        std::exit(EXIT_FAILURE);
    }
    return text.substr(begin + before.size(), end - begin - before.size());
}

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

PreparedAsana::PreparedAsana(qint64 events)
{
    PageMaker maker(Vendor::Asana, Seed);
    for (qint64 done = 0; done < events; done += AsanaPage) {
        const auto rows = static_cast<int>(std::min<qint64>(AsanaPage, events - done));
        const std::string list = between(maker.page(rows), "[", "],\"next_page\"");
        m_pages.push_back("{\"data\":[" + bytes(list) + "],\"next_page\":{\"offset\":\"after-"
                          + QByteArray::number(qulonglong(m_pages.size() + 1))
                          + "\",\"path\":\"/x\",\"uri\":\"https://x/\"}}");
    }
    m_pages.push_back("{\"data\":[],\"next_page\":null}");
}

Support::Response PreparedAsana::respond(const Support::Request &request) const
{
    const QByteArray offset = request.parameter("offset");
    const auto page = static_cast<std::size_t>(offset.mid(offset.indexOf('-') + 1).toULongLong());
    return Support::Response::json(m_pages.at(std::min(page, m_pages.size() - 1)));
}

PreparedNected::PreparedNected(qint64 events)
{
    PageMaker maker(Vendor::Nected, Seed, FirstOf2020);
    for (qint64 done = 0; done < events; ++done) {
        std::string row = between(maker.page(1), "\"data\":[", "],\"code\"");
        const auto created = parseTime(between(row, "\"date\":\"", "\",\"rootNode\""));
        m_rows.push_back({created.value_or(UtcMicros{}), std::move(row)});
    }
    std::reverse(m_rows.begin(), m_rows.end());
}

Support::Response PreparedNected::respond(const Support::Request &request) const
{
    const auto time = [&request](QByteArrayView name) {
        return parseTime(request.parameter(name).toStdString());
    };
    const auto from = time("startDate");
    const auto to = time("endDate");
    const auto first = std::partition_point(m_rows.begin(), m_rows.end(),
                                            [&](const Row &row) { return to && row.created > *to; });
    const auto last = std::partition_point(first, m_rows.end(),
                                           [&](const Row &row) { return !from || row.created >= *from; });
    const qint64 total = last - first;
    const qint64 page = std::max<qint64>(1, request.parameter("pageNo").toLongLong());
    const qint64 begin = std::min(total, (page - 1) * NectedPage);
    const qint64 end = std::min(total, page * NectedPage);
    QByteArray body = "{\"totalCount\":" + QByteArray::number(total)
        + ",\"totalPages\":" + QByteArray::number((total + NectedPage - 1) / NectedPage)
        + ",\"pageNo\":" + QByteArray::number(page) + ",\"pageSize\":10,\"data\":[";
    for (qint64 row = begin; row < end; ++row) {
        if (row > begin)
            body += ',';
        body += bytes((first + row)->json);
    }
    return Support::Response::json(body + "],\"code\":\"success\",\"message\":\"success.\"}");
}

PreparedParadime::PreparedParadime(qint64 events)
    : m_body(PageMaker(Vendor::Paradime, Seed).page(static_cast<int>(events)))
{
}

Support::Response PreparedParadime::respond(const Support::Request &) const
{
    Support::Response response = Support::Response::json(
        QByteArray::fromRawData(m_body.data(), static_cast<qsizetype>(m_body.size())));
    response.pieceSize = Piece;
    return response;
}

std::unique_ptr<PreparedVendor> prepareVendor(const QByteArray &type, qint64 events)
{
    if (type == "asana")
        return std::make_unique<PreparedAsana>(events);
    if (type == "nected")
        return std::make_unique<PreparedNected>(events);
    if (type == "paradime")
        return std::make_unique<PreparedParadime>(events);
    return nullptr;
}

} // namespace Trailglass
