// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/bytepattern.h"
#include "models/json/textsignature.h"

#include <string_view>

namespace Trailglass::Filter {

/// A fast test whether raw JSON can have a value at a path: not if the name of the path's last member does
/// not occur in it.
/// \thread any, const
class MemberProbe
{
public:
    explicit MemberProbe(const JsonPath &path);

    /// \param raw  one JSON value, or a block of several
    /// \returns false only if there is certainly no value
    [[nodiscard]] bool mayHold(std::string_view raw) const;

    /// The same by the signature of the JSON.
    /// \param signature  bits of a TextSignature
    [[nodiscard]] bool mayHoldSigned(std::span<const quint8> signature) const
    {
        return m_runs.mayOccurIn(signature);
    }

private:
    TextRuns m_runs; ///< of the name
    BytePattern
        m_name; ///< empty, so that it occurs everywhere, for names that may be escaped in several ways
    BytePattern m_escape; ///< any other name may be written with it
};

} // namespace Trailglass::Filter
