// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"
#include "models/core/utcmicros.h"

#include <QString>

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace Trailglass::Filter {

/// One step of an `@path`: a member name, an array index or every element.
struct PathStep
{
    enum class Kind
    {
        Member,
        Index,
        Every
    };
    Kind kind = Kind::Member;
    std::string member; ///< UTF-8, for Member
    qsizetype index = 0; ///< for Index

    friend bool operator==(const PathStep &, const PathStep &) = default;
};

/// A place inside the raw JSON, e.g. `@items[*].id`. Never empty.
struct JsonPath
{
    std::vector<PathStep> steps;

    friend bool operator==(const JsonPath &, const JsonPath &) = default;
};

/// Fields computed from `created` in the display zone.
enum class DerivedField
{
    Hour,
    Weekday
};

/// What reviewers say of an event: no part of the event, and in a workspace only.
enum class ReviewField
{
    Is, ///< `is:new`, `is:marked`, `is:noted`
    Mark, ///< its colour
    Note
};

using FieldReference = std::variant<Field, DerivedField, JsonPath, ReviewField>;

enum class Comparison
{
    Matches, ///< `:`   equality, wildcards, ignoring case; CIDR, partial date, regex by the value's kind
    Exactly, ///< `:=`  case-sensitive
    Contains, ///< `:~`  substring, ignoring case
    Greater, ///< `:>`
    GreaterOrEqual, ///< `:>=`
    Less, ///< `:<`
    LessOrEqual, ///< `:<=`
};

/// Whether a value that stands in \a order to the value of a term meets it; all but `<` and `>` want equality.
[[nodiscard]] bool compares(std::strong_ordering order, Comparison comparison);

/// A bare or quoted value; how it was written is not kept, the printer quotes where it must.
///
/// With wildcards the text has no whitespace and no `)`, does not start with `"`, `“` or `/`, and has no
/// backslash directly before a wildcard: such patterns cannot be written, so the parser never creates them.
/// Closed sets (`op`, `outcome`, `vendor`, `weekday`, `is`, `mark`) contain canonical lower-case names.
struct TextValue
{
    std::string text; ///< UTF-8, un-escaped
    std::vector<qsizetype> wildcards; ///< byte offsets in text, rising, of the `*` and `?` that are wildcards

    friend bool operator==(const TextValue &, const TextValue &) = default;
};

/// `/pattern/` or `/pattern/i`
struct RegexValue
{
    std::string pattern; ///< UTF-8, as between the slashes, with `\/` un-escaped
    bool ignoreCase = false;

    friend bool operator==(const RegexValue &, const RegexValue &) = default;
};

/// A time, whole or partial, absolute or relative.
struct TimeValue
{
    enum class Unit
    {
        Minute,
        Hour,
        Day
    };
    struct Relative ///< `-7d`, `now-1d`, and with amount 0 and `fromNow` `now`
    {
        int amount = 0; ///< how many units before now, 0 … 999,999,999
        Unit unit = Unit::Day;
        bool fromNow = false; ///< written with `now`
        friend bool operator==(const Relative &, const Relative &) = default;
    };
    enum class Day
    {
        Today,
        Yesterday
    };
    struct Absolute ///< calendar text, e.g. `2026-11` or `2026-11-20T09:15:00.5+01:00`; a space as `T`, `z`
        ///< as `Z`
    {
        std::string text;
        friend bool operator==(const Absolute &, const Absolute &) = default;
    };
    std::variant<Absolute, Relative, Day> when;

    friend bool operator==(const TimeValue &, const TimeValue &) = default;
};

/// `a..b`, `a..`, `..b`: both ends inclusive; a partial end includes all of its interval. At least one end is
/// set.
///
/// Hours and weekdays wrap around: `hour:22..5`, `weekday:sat..mon`. Any other range whose end is before its
/// start is an error, see rangeorder.h.
template <class T>
struct RangeOf
{
    std::optional<T> from;
    std::optional<T> to;

    friend bool operator==(const RangeOf &, const RangeOf &) = default;
};

/// A decimal number as typed (JSON's grammar for numbers): `hour`, and `<`, `>` and ranges over `@path`.
struct NumberValue
{
    std::string text;

    friend bool operator==(const NumberValue &, const NumberValue &) = default;
};

/// `*` alone: the field is present, and neither null nor empty.
struct PresentValue
{
    friend bool operator==(const PresentValue &, const PresentValue &) = default;
};

using Value = std::variant<TextValue, RegexValue, TimeValue, NumberValue, RangeOf<TimeValue>,
                           RangeOf<NumberValue>, RangeOf<TextValue>, PresentValue>;

/// `field op value,value…`: any of the values. Never without a value; more than one only with Matches,
/// Exactly, Contains.
///
/// Which kinds of value a field takes, as the parser interprets them:
/// - `created`, `received`: TimeValue, RangeOf<TimeValue>, PresentValue; never Contains
/// - `hour`: NumberValue (0–23, no leading zero), RangeOf<NumberValue>, PresentValue; never Contains
/// - `weekday`: TextValue (`mon` … `sun`), RangeOf<TextValue>, PresentValue; Matches and Exactly only
/// - `is`: TextValue (`new`, `marked`, `noted`); Matches and Exactly only
/// - `@path`: TextValue, RegexValue, PresentValue, and with Matches also both ranges; `<`, `>` take
/// NumberValue or TimeValue
/// - the rest: TextValue, RegexValue, PresentValue with Matches; TextValue with Exactly and Contains
///
/// RegexValue, PresentValue and ranges are used with Matches only.
struct Term
{
    FieldReference field;
    Comparison comparison = Comparison::Matches;
    std::vector<Value> values;

    friend bool operator==(const Term &, const Term &) = default;
};

/// A literal to look for in every field but the times, and in the raw JSON.
struct Text
{
    std::string text; ///< UTF-8, not empty

    friend bool operator==(const Text &, const Text &) = default;
};

/// `preset:name`, to be replaced by the preset's own expression before evaluation.
struct PresetReference
{
    std::string name;

    friend bool operator==(const PresetReference &, const PresetReference &) = default;
};

struct Node;
using NodePointer = std::shared_ptr<const Node>;

struct All ///< an empty expression: matches everything. Only the root, or the expansion of an empty preset
{
    friend bool operator==(const All &, const All &) = default;
};
struct Not
{
    NodePointer child;
    friend bool operator==(const Not &left, const Not &right);
};
struct And ///< two or more children; an And in an And was written in parentheses and is kept
{
    std::vector<NodePointer> children;
    friend bool operator==(const And &left, const And &right);
};
struct Or ///< two or more children
{
    std::vector<NodePointer> children;
    friend bool operator==(const Or &left, const Or &right);
};

/// A node of the syntax tree. Immutable and shared, so an edit copies only the path to it.
struct Node
{
    std::variant<All, Term, Text, PresetReference, Not, And, Or> content;

    friend bool operator==(const Node &left, const Node &right);
};

/// Puts content into a node.
template <class Content>
[[nodiscard]] NodePointer makeNode(Content content)
{
    return std::make_shared<const Node>(Node{std::move(content)});
}

/// By value: two trees are equal if their canonical texts are.
[[nodiscard]] bool sameTree(const NodePointer &left, const NodePointer &right);

} // namespace Trailglass::Filter
