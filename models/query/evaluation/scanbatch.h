// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/query/evaluation/rowlayout.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// Some rows in ascending order, with what their layout asks for: read on the connection's thread, finished
/// on any.
class ScanBatch
{
public:
    enum class State : quint8
    {
        Dropped,
        Undecided,
        Matched
    };

    /// A compressed block of raw JSON, see RawBlock.
    struct PackedBlock
    {
        RowId first;
        std::size_t count = 0;
        std::vector<char> bytes;

        [[nodiscard]] bool holds(RowId row) const
        {
            return row >= first && static_cast<std::size_t>(row.value - first.value) < count;
        }
    };

    /// \param layout  must outlive the batch
    explicit ScanBatch(const RowLayout &layout);

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] RowId row(std::size_t index) const { return m_rows[index]; }
    [[nodiscard]] State state(std::size_t index) const { return m_states[index]; }
    [[nodiscard]] bool isMatched(std::size_t index) const { return m_states[index] == State::Matched; }
    [[nodiscard]] std::span<const qint64> integers(std::size_t index) const;
    /// Empty where there is no value.
    [[nodiscard]] std::string_view text(std::size_t index, std::size_t slot) const;
    /// The present values of a raw output in order; only of matched rows of a finished batch.
    [[nodiscard]] const std::vector<std::string> &values(std::size_t index, std::size_t output) const;

    /// Whether rows are undecided or raw outputs missing.
    [[nodiscard]] bool needsWork() const { return m_undecided || !m_layout.rawOutputs().empty(); }

    /// Begins a row; its integers and texts follow in the order of their slots.
    void addRow(RowId row, State state, std::span<const qint64> integers);
    void addText(std::string_view text);
    void decide(std::size_t index, bool matched);
    void setValues(std::size_t index, std::size_t output, std::vector<std::string> values);

    std::vector<PackedBlock> blocks; ///< ascending; those the undecided and matched rows may need
    std::optional<Error> error; ///< why it could not be finished

private:
    struct TextPlace
    {
        std::size_t offset = 0;
        std::size_t length = 0;
    };

    const RowLayout &m_layout;
    std::vector<RowId> m_rows;
    std::vector<State> m_states;
    std::vector<qint64> m_integers;
    std::vector<TextPlace> m_texts;
    std::string m_bytes;
    std::vector<std::vector<std::string>> m_values;
    bool m_undecided = false;
};

} // namespace Trailglass
