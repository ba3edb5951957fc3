// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/dictionaries.h"
#include "models/query/evaluation/rowbatch.h"
#include "models/query/queryengine.h"

namespace Trailglass {

/// How a scan yields the values of one field. Slots are those of the scan's layout.
struct FieldValues
{
    enum class Kind
    {
        Time, ///< integers[slot] is µs
        Code, ///< integers[slot] is a code of texts
        Text, ///< text slot
        Target, ///< integers[slot] codes the name, else text slot idSlot, else integers[typeSlot] codes the
        ///< type
        Raw, ///< raw output slot
    };
    Kind kind = Kind::Code;
    std::size_t slot = 0;
    CodedStrings texts = {}; ///< by code
    std::size_t idSlot = 0;
    std::size_t typeSlot = 0;
    CodedStrings typeTexts = {};

    /// Adds to \a layout what the field needs.
    /// \error Storage, Cancelled; Usage for a field that Filter::canBeCounted() refuses
    static Result<FieldValues> of(const Filter::FieldReference &reference, Dictionaries &dictionaries,
                                  RowLayout &layout, const CancelToken &cancel);

    /// The text of a Code, Text or Target field; empty where there is no value.
    [[nodiscard]] std::string_view text(const RowBatch &batch, std::size_t index) const;
};

} // namespace Trailglass
