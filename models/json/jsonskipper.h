// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/bracketstack.h"

#include <string_view>

namespace Trailglass {

class JsonValidator;

/// Finds the end of an invalid array element by strings and brackets alone, so that the next one can be read.
///
/// Brackets that do not match are closed as BracketStack::close() describes. Linear time, constant memory.
/// \thread any, one at a time
class JsonSkipper
{
public:
    /// Continues where \a validator failed; the next byte is the offending one.
    void begin(const JsonValidator &validator);

    /// \returns how many bytes belong to the element; fewer than given when the next one is the comma or the
    /// closing bracket that ends it
    std::size_t run(std::string_view bytes);

private:
    const char *runString(const char *next, const char *end);
    const char *runOutside(const char *next, const char *end);

    BracketStack m_brackets;
    bool m_isInString = false;
    bool m_isAfterBackslash = false;
    bool m_isAtEnd = false;
};

} // namespace Trailglass
