// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/bracketstack.h"
#include "models/sources/jsonfault.h"

#include <string_view>

namespace Trailglass {

/// Checks one JSON value against RFC 8259, whatever pieces it comes in; keeps no bytes.
///
/// Everything but UTF-8 is checked: tokens, brackets, strings, a depth of JsonSlicer::MaxDepth. Depth costs
/// no stack.
/// \thread any, one at a time
class JsonValidator
{
public:
    enum class Status : quint8
    {
        Reading,
        Complete,
        Failed
    };

    /// Starts on a new value.
    void reset();

    /// Reads on, including whitespace before the value.
    ///
    /// \returns how many bytes were taken: all of them while Reading; up to the end of the value when
    /// Complete (what ends a number is not taken); up to the offending byte, not included, when Failed
    std::size_t run(std::string_view bytes);

    /// There are no more bytes: completes a number, fails anything else that is unfinished.
    void end();

    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] JsonFault fault() const { return m_fault; }
    [[nodiscard]] const BracketStack &brackets() const { return m_brackets; }

    /// The next byte, if not whitespace, begins a value.
    [[nodiscard]] bool expectsValue() const
    {
        return m_state == State::Value || m_state == State::FirstElement;
    }

    /// The next byte lies inside a string (the closing quote counts). Also true of a failure inside one.
    [[nodiscard]] bool isInString() const { return m_state >= State::String && m_state <= State::Hex; }
    [[nodiscard]] bool isInName() const { return isInString() && m_isName; }

    /// The next byte is taken by a backslash before it.
    [[nodiscard]] bool isAfterBackslash() const { return m_state == State::Escape; }

private:
    enum class State : quint8
    {
        Value, // the structural ones
        FirstElement, // or ]
        FirstName, // or }
        Name,
        Colon,
        AfterValue,
        String, // inside a string
        Escape,
        Hex,
        Literal,
        Minus, // inside a number
        Zero,
        Integer,
        Point,
        Fraction,
        Exponent,
        ExponentSign,
        ExponentDigits,
    };

    const char *runStructure(const char *next, const char *end);
    const char *runString(const char *next, const char *end);
    const char *runEscape(const char *next);
    const char *runLiteral(const char *next, const char *end);
    const char *runNumber(const char *next, const char *end);
    bool continueNumber(char c);
    bool continueWithDigit(char c);
    [[nodiscard]] bool numberMayEnd() const;

    const char *beginValue(const char *next);
    const char *beginString(const char *next, bool isName);
    const char *beginLiteral(const char *next, std::string_view word);
    const char *beginNumber(const char *next);
    const char *open(const char *next, BracketStack::Kind kind);
    const char *close(const char *next);
    const char *afterValue(const char *next);
    const char *fail(const char *next, JsonFault fault);
    void endString();
    void endValue();

    State m_state = State::Value;
    Status m_status = Status::Reading;
    JsonFault m_fault = JsonFault::None;
    bool m_isName = false; ///< the string being read, or read last
    quint8 m_hexDigits = 0; ///< still missing
    std::string_view m_literal; ///< still missing
    BracketStack m_brackets;
};

} // namespace Trailglass
