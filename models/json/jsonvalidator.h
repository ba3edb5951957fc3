// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/bracketstack.h"
#include "models/json/jsonfault.h"
#include "models/json/jsonlimits.h"

#include <string_view>

namespace Trailglass {

/// The grammar of RFC 8259: checks one JSON value, in pieces of any size. Everything that reads JSON in this
/// program is built on this class. Keeps no bytes.
///
/// Checks tokens, brackets, strings and the depth, but not UTF-8 (see utf8.h). Depth costs no stack.
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

    /// \param maxDepth  objects and arrays inside one another; at most MaxJsonDepth
    explicit JsonValidator(qint64 maxDepth = MaxJsonDepth)
        : m_maxDepth(maxDepth)
    {
    }

    /// Starts a new value.
    void reset();

    /// Checks the next bytes, including whitespace before the value.
    ///
    /// \returns how many bytes were consumed: all of them while Reading; up to the end of the value when
    /// Complete (the byte after a number is not consumed); up to the offending byte, exclusive, when Failed
    std::size_t run(std::string_view bytes) { return run(bytes, -1); }

    /// The same, but stops after the bracket that closes the depth down to \a depth.
    std::size_t run(std::string_view bytes, qint64 depth);

    /// Checks whitespace and one token: a bracket, comma, colon, string, number or literal.
    ///
    /// \pre not inside a token
    /// \returns how many bytes were consumed; the token is incomplete if isInToken() is true after the call
    std::size_t runToken(std::string_view bytes);

    /// Checks the comma before a member, if it is not the first one, its name and its colon at once, where nothing is between
    /// them and the name has no `\u`: as in nearly all JSON of programs.
    ///
    /// \param name  set to the name with its quotes
    /// \returns how many bytes were consumed; 0 where anything else is next, and nothing is changed then
    std::size_t runMemberName(std::string_view bytes, std::string_view &name);

    /// Checks a string that is a value, if one is next and whole.
    ///
    /// \param token  set to the string with its quotes
    /// \returns as runMemberName()
    std::size_t runStringValue(std::string_view bytes, std::string_view &token);

    /// Call when there are no more bytes: completes a number, fails any other incomplete value.
    void end();

    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] JsonFault fault() const { return m_fault; }
    [[nodiscard]] const BracketStack &brackets() const { return m_brackets; }

    /// Whether the next byte that is not whitespace must start a value.
    [[nodiscard]] bool expectsValue() const
    {
        return m_state == State::Value || m_state == State::FirstElement;
    }

    /// Whether the next byte that is not whitespace must be the colon after a member name.
    [[nodiscard]] bool expectsColon() const { return m_state == State::Colon; }

    /// Whether the next byte may belong to the token before it.
    [[nodiscard]] bool isInToken() const { return m_state > State::AfterValue; }

    /// Whether the next byte is inside a string; the closing quote is. Also true after a failure inside a
    /// string.
    [[nodiscard]] bool isInString() const { return m_state >= State::String && m_state <= State::Hex; }
    [[nodiscard]] bool isInName() const { return isInString() && m_isName; }

    /// Whether the next byte is escaped by a backslash before it.
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

    const char *step(const char *next, const char *end);
    const char *runStructure(const char *next, const char *end);
    const char *runString(const char *next, const char *end);
    const char *runEscape(const char *next);
    const char *runLiteral(const char *next, const char *end);
    const char *runNumber(const char *next, const char *end);
    bool continueNumber(char c);
    bool continueWithDigit(char c);
    [[nodiscard]] bool numberMayEnd() const;

    const char *beginValue(const char *next, const char *end);
    const char *beginString(const char *next, const char *end, bool isName);
    const char *beginLiteral(const char *next, const char *end, std::string_view word);
    const char *beginNumber(const char *next, const char *end);
    const char *open(const char *next, BracketStack::Kind kind);
    const char *close(const char *next);
    const char *afterValue(const char *next);
    const char *takeColon(const char *next);
    const char *fail(const char *next, JsonFault fault);
    void endString();
    void endValue();

    State m_state = State::Value;
    Status m_status = Status::Reading;
    JsonFault m_fault = JsonFault::None;
    bool m_isName = false; ///< whether the current or last string is a member name
    quint8 m_hexDigits = 0; ///< remaining
    std::string_view m_literal; ///< remaining
    qint64 m_maxDepth;
    BracketStack m_brackets;
};

/// Whether \a text is one JSON value, with or without whitespace around it. UTF-8 is not checked.
/// \thread any
[[nodiscard]] bool isJson(std::string_view text);

} // namespace Trailglass
