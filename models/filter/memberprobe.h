// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/textsignature.h"
#include "models/filter/ast.h"
#include "models/filter/bytepattern.h"

#include <string_view>

namespace Trailglass::Filter {

/// Tells at memory speed that raw JSON cannot have a value at a path, because the name of its last member is
/// nowhere in it.
/// \thread any, const
class MemberProbe
{
public:
    explicit MemberProbe(const JsonPath &path);

    /// \returns false only when there is surely no value; \a raw may be a block of several JSON values
    [[nodiscard]] bool mayHold(std::string_view raw) const;

    /// The same for JSON of which only the signature is at hand.
    /// \param signature  bits of a TextSignature
    [[nodiscard]] bool mayHoldSigned(std::span<const quint8> signature) const
    {
        return m_runs.mayOccurIn(signature);
    }

private:
    TextRuns m_runs; ///< of the name
    BytePattern m_name; ///< empty, and thus everywhere, for names that may be escaped in several ways
    BytePattern m_escape; ///< what any other name may hide behind
};

} // namespace Trailglass::Filter
