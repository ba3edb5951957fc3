// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/exporting/csvreader.h"

namespace Trailglass {

namespace {

/// Takes a cell off the front.
/// \returns nothing for a broken one
std::optional<std::string> takeCell(std::string_view &text)
{
    std::string cell;
    if (!text.starts_with('"')) {
        const std::size_t end = text.find_first_of(",\"\r\n");
        cell = text.substr(0, end);
        text.remove_prefix(cell.size());
        return cell;
    }
    text.remove_prefix(1);
    for (;;) {
        const std::size_t quote = text.find('"');
        if (quote == std::string_view::npos)
            return std::nullopt;
        cell += text.substr(0, quote);
        text.remove_prefix(quote + 1);
        if (!text.starts_with('"'))
            return cell;
        cell += '"';
        text.remove_prefix(1);
    }
}

} // namespace

std::optional<CsvRows> readCsv(std::string_view text)
{
    CsvRows rows;
    while (!text.empty()) {
        auto &row = rows.emplace_back();
        for (;;) {
            auto cell = takeCell(text);
            if (!cell)
                return std::nullopt;
            row.push_back(*std::move(cell));
            if (text.starts_with("\r\n"))
                break;
            if (!text.starts_with(','))
                return std::nullopt;
            text.remove_prefix(1);
        }
        text.remove_prefix(2);
    }
    return rows;
}

} // namespace Trailglass
