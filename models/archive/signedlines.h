// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesession.h"
#include "models/archive/archivesql.h"
#include "models/archive/nativeblock.h"
#include "models/archive/outgoingbatch.h"
#include "models/archive/rowbinary.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace Trailglass {

/// Lines of a table that only grows: one with the sign -1 takes back an earlier one with the same key. What a push has to
/// send of such a table is the difference between the keys that count in the archive and those of the workspace.
///
/// \tparam Key  std::tuple of the values of some columns, of which no two lines of a workspace have the same: std::string
/// for String, qint64 for Int64, qint8 for Int8
template <class Key>
class SignedLines
{
public:
    using Names = std::array<std::string_view, std::tuple_size_v<Key>>; ///< of the columns of a key

    struct Line
    {
        Key key;
        qint8 sign = 1;
    };

    /// The keys of the lines that count. Sorted, each once.
    /// \param counting  OriginLedger::counting()
    /// \error as ArchiveSession::ask()
    static Result<std::vector<Key>> read(ArchiveSession &session, const ArchiveSql &table, const Names &names,
                                         const ArchiveSql &counting, const CancelToken &cancel)
    {
        std::vector<ArchiveSql> columns;
        for (const std::string_view name : names)
            columns.push_back(ArchiveSql::identifier(name));
        const ArchiveSql sql = "SELECT " + joinSql(values(columns, Indexes()), ", ") + " FROM " + table
            + " WHERE " + counting + " GROUP BY " + joinSql(columns, ", ") + " HAVING sum(sign) > 0";
        TRY(const QByteArray bytes, session.ask(sql, cancel));
        RowBinaryReader reader(bytes);
        std::vector<Key> keys;
        while (!reader.atEnd()) {
            Key key;
            std::apply([&reader](auto &...parts) { (readValue(reader, parts), ...); }, key);
            TRY(reader.check());
            keys.push_back(std::move(key));
        }
        std::ranges::sort(keys);
        return keys;
    }

    /// What makes \a current of \a known: first what is gone, then what is new.
    /// \param known, current  sorted, each once
    static std::vector<Line> changes(const std::vector<Key> &known, const std::vector<Key> &current)
    {
        std::vector<Key> gone;
        std::vector<Key> added;
        std::ranges::set_difference(known, current, std::back_inserter(gone));
        std::ranges::set_difference(current, known, std::back_inserter(added));
        std::vector<Line> lines;
        lines.reserve(gone.size() + added.size());
        for (Key &key : gone)
            lines.push_back({std::move(key), -1});
        for (Key &key : added)
            lines.push_back({std::move(key), 1});
        return lines;
    }

    /// Columns that addColumns() adds.
    static constexpr std::size_t Columns = std::tuple_size_v<Key> + 3;

    /// Adds `origin`, `batch`, `sign` and the columns of the keys to a block with a row for each line.
    static void addColumns(NativeBlock &block, const Names &names, std::span<const Line> lines,
                           const BatchNumber &number)
    {
        std::vector<qint8> signs;
        signs.reserve(lines.size());
        for (const Line &line : lines)
            signs.push_back(line.sign);
        block.addNumbers("origin", std::vector<quint32>(lines.size(), number.origin));
        block.addNumbers("batch", std::vector<quint64>(lines.size(), number.number));
        block.addNumbers("sign", signs);
        addKeys(block, names, lines, Indexes());
    }

private:
    using Indexes = std::make_index_sequence<std::tuple_size_v<Key>>;
    template <std::size_t index>
    static constexpr bool IsText = std::is_same_v<std::tuple_element_t<index, Key>, std::string>;

    /// The columns as they are read: numbers as Int64.
    template <std::size_t... indexes>
    static std::vector<ArchiveSql> values(const std::vector<ArchiveSql> &columns,
                                          std::index_sequence<indexes...>)
    {
        return {(IsText<indexes> ? columns[indexes] : "toInt64(" + columns[indexes] + ")")...};
    }

    template <class Value>
    static void readValue(RowBinaryReader &reader, Value &value)
    {
        if constexpr (std::is_same_v<Value, std::string>)
            value = reader.readText();
        else
            value = static_cast<Value>(reader.readInt64());
    }

    template <std::size_t... indexes>
    static void addKeys(NativeBlock &block, const Names &names, std::span<const Line> lines,
                        std::index_sequence<indexes...>)
    {
        (addColumn<indexes>(block, names[indexes], lines), ...);
    }

    template <std::size_t index>
    static void addColumn(NativeBlock &block, std::string_view name, std::span<const Line> lines)
    {
        if constexpr (IsText<index>) {
            NativeTexts texts(NativeTexts::Coding::Plain);
            for (const Line &line : lines)
                texts.append(std::get<index>(line.key));
            block.addTexts(name, texts);
        } else {
            std::vector<std::tuple_element_t<index, Key>> numbers;
            for (const Line &line : lines)
                numbers.push_back(std::get<index>(line.key));
            block.addNumbers(name, numbers);
        }
    }
};

} // namespace Trailglass
