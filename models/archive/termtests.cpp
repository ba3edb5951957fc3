// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/termtests.h"

#include "models/archive/eventtable.h"
#include "models/archive/re2pattern.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/fieldnames.h"
#include "models/filter/regex.h"

#include <algorithm>

namespace Trailglass {

namespace {

using Filter::Comparison;

/// Whether distinct values can be read to evaluate regular expressions on them: few of a field, one path of all.
bool hasReadableValues(const Filter::FieldReference &field)
{
    const auto *stored = std::get_if<Field>(&field);
    return !stored || isCodedColumn(*stored);
}

Error cannotEvaluate(const Filter::Term &term, const Filter::RegexValue &regex, Re2Obstacle obstacle)
{
    const QString what = Trailglass::tr("An archive cannot search in %1 with the regular expression “%2”.")
                             .arg(Filter::fieldReferenceName(term.field), visibleText(regex.pattern));
    const QString advice = Trailglass::tr("Use a simpler one, or a text with wildcards.");
    return {ErrorKind::Usage, inSequence(what, inSequence(obstacleText(obstacle), advice))};
}

class TermReader
{
public:
    TermReader(const Filter::Term &term, const std::vector<EvaluatedRegex> &evaluated)
        : m_term(term)
        , m_evaluated(evaluated)
    {
    }

    Result<TermTests> read()
    {
        for (const Filter::Value &value : m_term.values) {
            if (const auto *text = std::get_if<Filter::TextValue>(&value)) {
                add(*text);
            } else if (const auto *regex = std::get_if<Filter::RegexValue>(&value)) {
                TRY(add(*regex));
            } else if (std::holds_alternative<Filter::PresentValue>(value)) {
                m_tests.isPresent = true;
            }
        }
        return std::move(m_tests);
    }

private:
    void add(const Filter::TextValue &value)
    {
        if (m_term.comparison == Comparison::Contains) {
            m_tests.inFormC.addContained(value.text);
        } else if (value.text.empty()) {
            m_tests.isEmpty = true;
        } else if (m_term.comparison == Comparison::Exactly) {
            m_tests.received.addExact(value.text);
        } else if (!value.wildcards.empty()) {
            m_tests.inFormC.addPattern(value);
            if (m_term.field == Filter::FieldReference(Field::Ip))
                m_tests.spellings.addPattern(value);
        } else {
            // What is stored may be a network itself.
            m_tests.inFormC.addEqual(value.text);
            m_tests.addresses.add(m_term, value);
        }
    }

    Result<void> add(const Filter::RegexValue &regex)
    {
        // Its errors are those of every engine.
        TRY(Filter::Regex::compile(regex));
        const auto pattern = re2Pattern(regex);
        if (const auto *re2 = std::get_if<std::string>(&pattern)) {
            m_tests.received.addRegex(*re2);
            return {};
        }
        if (!hasReadableValues(m_term.field))
            return cannotEvaluate(m_term, regex, std::get<Re2Obstacle>(pattern));
        const ClientRegex wanted{m_term.field, regex};
        const auto known = std::ranges::find(m_evaluated, wanted, &EvaluatedRegex::regex);
        if (known == m_evaluated.end()) {
            m_tests.open.push_back(wanted);
            return {};
        }
        for (const std::string &value : known->values)
            m_tests.received.addExact(value);
        return {};
    }

    const Filter::Term &m_term;
    const std::vector<EvaluatedRegex> &m_evaluated;
    TermTests m_tests;
};

} // namespace

Result<TermTests> termTests(const Filter::Term &term, const std::vector<EvaluatedRegex> &evaluated)
{
    return TermReader(term, evaluated).read();
}

} // namespace Trailglass
