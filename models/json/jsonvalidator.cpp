// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsonvalidator.h"

#include "models/json/stringscan.h"

namespace Trailglass {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isShortEscape(char c)
{
    return c == '"' || c == '\\' || c == '/' || c == 'b' || c == 'f' || c == 'n' || c == 'r' || c == 't';
}

/// The end of a string without `\u`.
/// \param next  after the opening quote
/// \returns the closing quote; \a end where there is anything else
const char *closingQuote(const char *next, const char *end)
{
    next = findStringSpecial(next, end);
    while (end - next >= 2 && *next == '\\' && isShortEscape(next[1]))
        next = findStringSpecial(next + 2, end);
    return next != end && *next == '"' ? next : end;
}

/// Directly after a number, these make it an invalid number.
bool looksLikeNumber(char c)
{
    return isDigit(c) || c == '.' || c == '+' || c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

void JsonValidator::reset()
{
    m_state = State::Value;
    m_status = Status::Reading;
    m_fault = JsonFault::None;
    m_brackets.clear();
}

/// Checks one structural character, or as much of a token as there is. What checks the first character of a token goes on
/// with the others: most tokens are strings, and each would take another turn of the loop.
inline const char *JsonValidator::step(const char *next, const char *end)
{
    if (m_state <= State::AfterValue)
        return runStructure(next, end);
    if (m_state <= State::Hex)
        return runString(next, end);
    if (m_state == State::Literal)
        return runLiteral(next, end);
    return runNumber(next, end);
}

std::size_t JsonValidator::run(std::string_view bytes, qint64 depth)
{
    const char *next = bytes.data();
    const char *const end = next + bytes.size();
    while (next != end && m_status == Status::Reading && m_brackets.depth() > depth) {
        next = step(next, end);
        // In compact JSON a name follows the comma at once, and a colon the name: half of the turns are saved.
        if (m_state == State::Name && next != end && *next == '"')
            next = beginString(next, end, true);
        if (m_state == State::Colon && next != end && *next == ':')
            next = takeColon(next);
    }
    return static_cast<std::size_t>(next - bytes.data());
}

std::size_t JsonValidator::runToken(std::string_view bytes)
{
    const char *next = bytes.data();
    const char *const end = next + bytes.size();
    while (next != end && m_status == Status::Reading) {
        next = step(next, end);
        if (!isInToken())
            break;
    }
    return static_cast<std::size_t>(next - bytes.data());
}

std::size_t JsonValidator::runMemberName(std::string_view bytes, std::string_view &name)
{
    const char *begin = bytes.data();
    const char *const end = begin + bytes.size();
    if (m_status != Status::Reading)
        return 0;
    const bool isLater = m_state == State::AfterValue && m_brackets.top() == BracketStack::Kind::Object;
    if (isLater && begin != end && *begin == ',')
        ++begin;
    else if (m_state != State::FirstName)
        return 0;
    if (begin == end || *begin != '"')
        return 0;
    const char *const quote = closingQuote(begin + 1, end);
    if (end - quote < 2 || quote[1] != ':')
        return 0;
    name = {begin, static_cast<std::size_t>(quote + 1 - begin)};
    m_isName = true;
    m_state = State::Value;
    return static_cast<std::size_t>(quote + 2 - bytes.data());
}

std::size_t JsonValidator::runStringValue(std::string_view bytes, std::string_view &token)
{
    if (!expectsValue() || m_status != Status::Reading || !bytes.starts_with('"'))
        return 0;
    const char *const end = bytes.data() + bytes.size();
    const char *const quote = closingQuote(bytes.data() + 1, end);
    if (quote == end)
        return 0;
    token = {bytes.data(), static_cast<std::size_t>(quote + 1 - bytes.data())};
    m_isName = false;
    endValue();
    return token.size();
}

void JsonValidator::end()
{
    if (m_status != Status::Reading)
        return;
    if (m_brackets.depth() == 0 && numberMayEnd())
        endValue();
    else
        fail(nullptr, JsonFault::CutOff);
}

const char *JsonValidator::runStructure(const char *next, const char *end)
{
    while (isJsonWhitespace(*next)) {
        if (++next == end)
            return next;
    }
    switch (m_state) {
    case State::FirstElement:
        if (*next == ']')
            return close(next);
        return beginValue(next, end);
    case State::FirstName:
        if (*next == '}')
            return close(next);
        return beginString(next, end, true);
    case State::Name:
        return beginString(next, end, true);
    case State::Colon:
        if (*next != ':')
            return fail(next, JsonFault::ColonExpected);
        return takeColon(next);
    case State::AfterValue:
        return afterValue(next);
    default:
        return beginValue(next, end);
    }
}

const char *JsonValidator::beginValue(const char *next, const char *end)
{
    switch (*next) {
    case '"':
        return beginString(next, end, false);
    case '{':
        return open(next, BracketStack::Kind::Object);
    case '[':
        return open(next, BracketStack::Kind::Array);
    case 't':
        return beginLiteral(next, end, "rue");
    case 'f':
        return beginLiteral(next, end, "alse");
    case 'n':
        return beginLiteral(next, end, "ull");
    default:
        return beginNumber(next, end);
    }
}

const char *JsonValidator::beginString(const char *next, const char *end, bool isName)
{
    if (*next != '"')
        return fail(next, JsonFault::NameExpected);
    m_isName = isName;
    m_state = State::String;
    return runString(next + 1, end);
}

const char *JsonValidator::beginLiteral(const char *next, const char *end, std::string_view word)
{
    m_literal = word;
    m_state = State::Literal;
    return runLiteral(next + 1, end);
}

const char *JsonValidator::beginNumber(const char *next, const char *end)
{
    if (*next == '-')
        m_state = State::Minus;
    else if (*next == '0')
        m_state = State::Zero;
    else if (isDigit(*next))
        m_state = State::Integer;
    else
        return fail(next, JsonFault::ValueExpected);
    return runNumber(next + 1, end);
}

const char *JsonValidator::open(const char *next, BracketStack::Kind kind)
{
    if (m_brackets.depth() >= m_maxDepth)
        return fail(next, JsonFault::TooDeep);
    m_brackets.push(kind);
    m_state = kind == BracketStack::Kind::Object ? State::FirstName : State::FirstElement;
    return next + 1;
}

const char *JsonValidator::close(const char *next)
{
    m_brackets.pop();
    endValue();
    return next + 1;
}

const char *JsonValidator::afterValue(const char *next)
{
    const bool inObject = m_brackets.top() == BracketStack::Kind::Object;
    if (*next == ',') {
        m_state = inObject ? State::Name : State::Value;
        return next + 1;
    }
    if (*next == (inObject ? '}' : ']'))
        return close(next);
    return fail(next, inObject ? JsonFault::CommaOrBraceExpected : JsonFault::CommaOrBracketExpected);
}

const char *JsonValidator::takeColon(const char *next)
{
    m_state = State::Value;
    return next + 1;
}

const char *JsonValidator::runString(const char *next, const char *end)
{
    while (next != end) {
        if (m_state != State::String) {
            next = runEscape(next);
            if (m_status == Status::Failed)
                return next;
            continue;
        }
        next = findStringSpecial(next, end);
        if (next == end)
            return next;
        if (*next == '"') {
            endString();
            return next + 1;
        }
        if (*next != '\\')
            return fail(next, JsonFault::ControlCharacter);
        if (end - next >= 2 && isShortEscape(next[1])) {
            next += 2; // the common case, without going through m_state
            continue;
        }
        m_state = State::Escape;
        ++next;
    }
    return next;
}

const char *JsonValidator::runEscape(const char *next)
{
    if (m_state == State::Hex) {
        if (!isHexDigit(*next))
            return fail(next, JsonFault::BadEscape);
        if (--m_hexDigits == 0)
            m_state = State::String;
    } else if (isShortEscape(*next)) {
        m_state = State::String;
    } else if (*next == 'u') {
        m_hexDigits = 4;
        m_state = State::Hex;
    } else {
        return fail(next, JsonFault::BadEscape);
    }
    return next + 1;
}

void JsonValidator::endString()
{
    if (m_isName)
        m_state = State::Colon;
    else
        endValue();
}

const char *JsonValidator::runLiteral(const char *next, const char *end)
{
    for (; next != end && !m_literal.empty(); ++next) {
        if (*next != m_literal.front())
            return fail(next, JsonFault::BadLiteral);
        m_literal.remove_prefix(1);
    }
    if (m_literal.empty())
        endValue();
    return next;
}

const char *JsonValidator::runNumber(const char *next, const char *end)
{
    while (next != end && continueNumber(*next))
        ++next;
    if (next == end)
        return next;
    if (!numberMayEnd() || looksLikeNumber(*next))
        return fail(next, JsonFault::BadNumber);
    endValue();
    return next;
}

bool JsonValidator::continueNumber(char c)
{
    if (isDigit(c))
        return continueWithDigit(c);
    const bool inWhole = m_state == State::Zero || m_state == State::Integer;
    if (c == '.' && inWhole)
        m_state = State::Point;
    else if ((c == 'e' || c == 'E') && (inWhole || m_state == State::Fraction))
        m_state = State::Exponent;
    else if ((c == '+' || c == '-') && m_state == State::Exponent)
        m_state = State::ExponentSign;
    else
        return false;
    return true;
}

bool JsonValidator::continueWithDigit(char c)
{
    switch (m_state) {
    case State::Zero:
        return false;
    case State::Minus:
        m_state = c == '0' ? State::Zero : State::Integer;
        return true;
    case State::Point:
        m_state = State::Fraction;
        return true;
    case State::Exponent:
    case State::ExponentSign:
        m_state = State::ExponentDigits;
        return true;
    default:
        return true;
    }
}

bool JsonValidator::numberMayEnd() const
{
    return m_state == State::Zero || m_state == State::Integer || m_state == State::Fraction
        || m_state == State::ExponentDigits;
}

void JsonValidator::endValue()
{
    m_state = State::AfterValue;
    if (m_brackets.depth() == 0)
        m_status = Status::Complete;
}

const char *JsonValidator::fail(const char *next, JsonFault fault)
{
    m_status = Status::Failed;
    m_fault = fault;
    return next;
}

bool isJson(std::string_view text)
{
    JsonValidator validator;
    const std::size_t length = validator.run(text);
    validator.end();
    return validator.status() == JsonValidator::Status::Complete
        && skipJsonWhitespace(text.substr(length)).empty();
}

} // namespace Trailglass
