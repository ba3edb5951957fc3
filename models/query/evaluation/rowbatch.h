// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/query/evaluation/packedblock.h"
#include "models/query/evaluation/rowlayout.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// Some rows in ascending order, with what their layout requests: read on the connection's thread, completed
/// with values from the raw JSON on any.
class RowBatch
{
public:
    /// \param layout  must outlive the batch
    explicit RowBatch(const RowLayout &layout);

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] RowId row(std::size_t index) const { return m_rows[index]; }
    [[nodiscard]] std::span<const qint64> integers(std::size_t index) const;
    /// Empty where there is no value.
    [[nodiscard]] std::string_view text(std::size_t index, std::size_t slot) const;
    /// The present values of a raw output in order.
    /// \pre set with setValues()
    [[nodiscard]] const std::vector<std::string> &values(std::size_t index, std::size_t output) const;

    /// Begins a row; its integers and texts follow in the order of their slots.
    void addRow(RowId row, std::span<const qint64> integers);
    void addText(std::string_view text);
    void setValues(std::size_t index, std::size_t output, std::vector<std::string> values);

    std::vector<PackedBlock> blocks; ///< ascending; those with the raw JSON of the rows, where it is needed
    std::optional<Error> error; ///< why raw outputs are missing

private:
    struct TextPlace
    {
        std::size_t offset = 0;
        std::size_t length = 0;
    };

    const RowLayout &m_layout;
    std::vector<RowId> m_rows;
    std::vector<qint64> m_integers;
    std::vector<TextPlace> m_texts;
    std::string m_bytes;
    std::vector<std::vector<std::string>> m_values;
};

} // namespace Trailglass
