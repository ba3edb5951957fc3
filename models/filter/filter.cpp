// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/fieldnames.h"
#include "models/filter/scanner.h"
#include "models/filter/valuereader.h"

using namespace Qt::StringLiterals;

namespace Trailglass::Filter {

namespace {

constexpr auto Preset = "preset"_L1;

bool isAnd(QStringView word)
{
    return word == u"AND" || word == u"&&";
}

bool isOr(QStringView word)
{
    return word == u"OR" || word == u"||" || word == u"|";
}

/// Recursive descent; the depth of parentheses is limited. A null node means that m_error is set.
class Parser
{
public:
    Parser(const QString &expression, const ValueRule &rule, SourceRanges *ranges)
        : m_scanner(expression)
        , m_rule(rule)
        , m_ranges(ranges)
    {
    }

    ParseResult parse()
    {
        m_scanner.skipWhitespace();
        if (m_scanner.atEnd())
            return makeNode(All{});
        NodePointer tree = parseOr();
        if (tree && !m_scanner.atEnd())
            tree = fail(m_scanner.position(), 1, Trailglass::tr("This parenthesis was never opened."));
        return tree ? ParseResult(tree) : ParseResult(m_error);
    }

private:
    NodePointer parseOr()
    {
        return parseChain<Or>(&Parser::parseAnd, [this] { return takeOperator(isOr); });
    }

    NodePointer parseAnd()
    {
        return parseChain<And>(&Parser::parseUnary, [this] { return takeOperator(isAnd) || isAtUnary(); });
    }

    /// \param goesOn  moves past the operator, if one is needed, and returns whether another child follows
    template <class Chain, class GoesOn>
    NodePointer parseChain(NodePointer (Parser::*parseChild)(), const GoesOn &goesOn)
    {
        std::vector<NodePointer> children;
        do {
            NodePointer child = (this->*parseChild)();
            if (!child)
                return child;
            children.push_back(std::move(child));
            m_scanner.skipWhitespace();
        } while (goesOn());
        return children.size() == 1 ? children.front() : makeNode(Chain{std::move(children)});
    }

    bool takeOperator(bool (*isWanted)(QStringView))
    {
        const QStringView word = m_scanner.textWord();
        if (!isWanted(word))
            return false;
        m_operator = m_scanner.position();
        m_operatorLength = word.size();
        m_scanner.moveTo(m_operator + m_operatorLength);
        m_scanner.skipWhitespace();
        return true;
    }

    [[nodiscard]] bool isAtUnary() const
    {
        return !m_scanner.atEnd() && !m_scanner.isAt(u')') && !isOr(m_scanner.textWord());
    }

    bool takeNegation()
    {
        if (m_scanner.take(u'-') || m_scanner.take(u'!')) {
            m_afterSign = m_scanner.position();
            return true;
        }
        const bool word = m_scanner.textWord() == u"NOT";
        if (word)
            m_scanner.moveTo(m_scanner.position() + m_scanner.textWord().size());
        return word;
    }

    NodePointer parseUnary()
    {
        m_scanner.skipWhitespace();
        const qsizetype start = m_scanner.position();
        NodePointer node = parseSigned(start);
        if (m_ranges && node)
            (*m_ranges)[node.get()] = {start, m_scanner.position() - start};
        return node;
    }

    NodePointer parseSigned(qsizetype start)
    {
        if (!takeNegation())
            return parsePrimary();
        m_operator = start;
        m_operatorLength = m_scanner.position() - start;
        m_scanner.skipWhitespace();
        const qsizetype second = m_scanner.position();
        if (takeNegation()) {
            return fail(second, m_scanner.position() - second,
                        Trailglass::tr("Double negation. Put a text that starts with “-” or “!” in quotes."));
        }
        const NodePointer child = parsePrimary();
        return child ? makeNode(Not{child}) : child;
    }

    NodePointer parsePrimary()
    {
        const QStringView word = m_scanner.textWord();
        if (isOperatorWord(word)) {
            return fail(
                m_scanner.position(), word.size(),
                Trailglass::tr(
                    "“%1” needs a term on both sides. To search for the word itself, put it in quotes.")
                    .arg(word.toString()));
        }
        if (m_scanner.atEnd() || m_scanner.isAt(u')'))
            return fail(m_operator, m_operatorLength, Trailglass::tr("Expected a term after this."));
        if (m_scanner.isAt(u'('))
            return parseParentheses();
        if (m_scanner.isAtQuote())
            return parseQuotedText();
        if (m_scanner.isAtTerm())
            return m_scanner.isAt(u'@') ? parsePathTerm() : parseNamedTerm();
        if (const qsizetype length = m_scanner.brokenPathLength(); length > 0) {
            return fail(m_scanner.position(), length,
                        Trailglass::tr(
                            "This is not a path. Use the form @items[0].name, or put the text in quotes."));
        }
        return parseText(word);
    }

    NodePointer parseText(QStringView word)
    {
        const qsizetype start = m_scanner.position();
        m_scanner.moveTo(start + word.size());
        // With a sign directly before it the word is a text: `-not`.
        if (looksLikeOperatorWord(word) && start != m_afterSign && !m_scanner.isAlone(start)) {
            return fail(start, word.size(),
                        Trailglass::tr(
                            "Write the operator “%1” in capitals. To search for the word, put it in quotes.")
                            .arg(word.toString()),
                        word.toString().toUpper());
        }
        return textNode(unescaped(word).text, start);
    }

    NodePointer parseParentheses()
    {
        const qsizetype start = m_scanner.position();
        if (++m_depth > MaxDepth)
            return fail(start, 1,
                        Trailglass::tr("Parentheses can be nested at most %1 levels deep.").arg(MaxDepth));
        m_scanner.take(u'(');
        m_operator = start;
        m_operatorLength = 1;
        NodePointer inside = parseOr();
        if (!inside)
            return inside;
        if (!m_scanner.take(u')'))
            return fail(start, 1, Trailglass::tr("This parenthesis is not closed."));
        --m_depth;
        return inside;
    }

    NodePointer parseQuotedText()
    {
        const qsizetype start = m_scanner.position();
        const auto word = m_scanner.takeQuoted();
        if (!word)
            return fail(start, 1, Trailglass::tr("This quote is not closed."));
        if (word->text.empty())
            return fail(start, m_scanner.position() - start, Trailglass::tr("The text in quotes is empty."));
        return textNode(word->text, start);
    }

    NodePointer textNode(const std::string &text, qsizetype start)
    {
        return countTerm(start) ? makeNode(Text{text}) : nullptr;
    }

    NodePointer parsePathTerm()
    {
        const qsizetype start = m_scanner.position();
        return parseTerm(*m_scanner.takePath(), start);
    }

    NodePointer parseNamedTerm()
    {
        const qsizetype start = m_scanner.position();
        const QString name = m_scanner.takeName();
        if (name.compare(Preset, Qt::CaseInsensitive) == 0)
            return parsePreset(start);
        if (const auto field = fieldByName(name))
            return parseTerm(*field, start);
        return fail(
            start, name.size(),
            Trailglass::tr("“%1” is not a field. To search for the text, put it in quotes.").arg(name),
            nearestName(name, knownFieldNames()));
    }

    NodePointer parsePreset(qsizetype start)
    {
        bool negated = false;
        const qsizetype afterName = m_scanner.position();
        if (m_scanner.takeComparison(negated) != Comparison::Matches || negated) {
            return fail(afterName, m_scanner.position() - afterName,
                        Trailglass::tr("Use “:” after preset, as in preset:name."), u":"_s);
        }
        const qsizetype value = m_scanner.position();
        const bool quoted = m_scanner.isAtQuote();
        const auto name = quoted ? m_scanner.takeQuoted() : m_scanner.takeBareValue();
        if (!name)
            return fail(value, 1, Trailglass::tr("This quote is not closed."));
        if (name->text.empty())
            return fail(value, m_scanner.position() - value,
                        Trailglass::tr("Expected a preset name directly after “preset:”."));
        return endsValue() && countTerm(start) ? makeNode(PresetReference{name->text}) : nullptr;
    }

    NodePointer parseTerm(FieldReference field, qsizetype start)
    {
        Term term{std::move(field), Comparison::Matches, {}};
        bool negated = false;
        term.comparison = *m_scanner.takeComparison(negated);
        if (!readValues(term) || !countTerm(start))
            return nullptr;
        const NodePointer node = makeNode(std::move(term));
        return negated ? makeNode(Not{node}) : node;
    }

    bool readValues(Term &term)
    {
        const bool takesLists = term.comparison == Comparison::Matches
            || term.comparison == Comparison::Exactly || term.comparison == Comparison::Contains;
        if (takesLists && m_scanner.isAt(u'('))
            return readParenthesizedValues(term);
        do {
            if (!readValue(term))
                return false;
        } while (takesLists && m_scanner.take(u','));
        if (m_scanner.isAt(u',')) {
            fail(m_scanner.position(), 1, Trailglass::tr("Only “:”, “:=” and “:~” accept several values."));
            return false;
        }
        return true;
    }

    bool readParenthesizedValues(Term &term)
    {
        const qsizetype start = m_scanner.position();
        m_scanner.take(u'(');
        do {
            m_scanner.skipWhitespace();
            if (!readValue(term))
                return false;
            m_scanner.skipWhitespace();
        } while (takeValueSeparator());
        if (m_scanner.take(u')'))
            return true;
        if (m_scanner.atEnd())
            fail(start, 1, Trailglass::tr("This parenthesis is not closed."));
        else
            fail(m_scanner.position(), m_scanner.textWord().size(),
                 Trailglass::tr("Separate values with “,” or OR."));
        return false;
    }

    bool takeValueSeparator()
    {
        if (m_scanner.take(u','))
            return true;
        const bool isOrWord = m_scanner.textWord() == u"OR";
        if (isOrWord)
            m_scanner.moveTo(m_scanner.position() + 2);
        return isOrWord;
    }

    bool readValue(Term &term)
    {
        const qsizetype start = m_scanner.position();
        auto outcome = ValueReader(m_scanner, term.field, term.comparison).read();
        if (const auto *error = std::get_if<SyntaxError>(&outcome)) {
            m_error = *error;
            return false;
        }
        if (++m_values > MaxValues) {
            fail(start, m_scanner.position() - start,
                 Trailglass::tr("A filter can have at most %1 values.").arg(MaxValues));
            return false;
        }
        if (const auto problem = m_rule ? m_rule(term, std::get<Value>(outcome)) : std::nullopt) {
            fail(start, m_scanner.position() - start, problem->message, problem->suggestion);
            return false;
        }
        term.values.push_back(std::get<Value>(std::move(outcome)));
        return true;
    }

    bool endsValue()
    {
        if (m_scanner.isAtValueEnd() && !m_scanner.isAt(u','))
            return true;
        fail(m_scanner.position(), 1,
             Trailglass::tr("Only one preset name is allowed here, followed by a space."));
        return false;
    }

    bool countTerm(qsizetype start)
    {
        if (++m_terms <= MaxTerms)
            return true;
        fail(start, m_scanner.position() - start,
             Trailglass::tr("A filter can have at most %1 terms.").arg(MaxTerms));
        return false;
    }

    NodePointer fail(qsizetype position, qsizetype length, const QString &message,
                     const QString &suggestion = {})
    {
        m_error = {position, length, message, suggestion};
        return nullptr;
    }

    Scanner m_scanner;
    const ValueRule &m_rule;
    SourceRanges *m_ranges; ///< may be null
    SyntaxError m_error;
    qsizetype m_operator = 0; ///< the last operator, after which a term must follow
    qsizetype m_operatorLength = 0;
    qsizetype m_afterSign = -1; ///< the position after the last `-` or `!` that negates
    int m_depth = 0;
    int m_terms = 0;
    int m_values = 0;
};

} // namespace

ParseResult parse(const QString &expression, const ValueRule &rule, SourceRanges *ranges)
{
    if (expression.toUtf8().size() > MaxBytes) {
        return SyntaxError{
            0, expression.size(), Trailglass::tr("A filter can have at most %1 bytes.").arg(MaxBytes), {}};
    }
    return Parser(expression, rule, ranges).parse();
}

QString sentence(const SyntaxError &error)
{
    if (error.suggestion.isEmpty())
        return error.message;
    return inSequence(error.message, Trailglass::tr("Did you mean “%1”?").arg(error.suggestion));
}

Error toError(const SyntaxError &error, const QString &expression)
{
    // People count characters, not UTF-16 units.
    const auto character = expression.left(error.position).toUcs4().size() + 1;
    return {ErrorKind::Usage,
            Trailglass::tr("Error in the filter at character %1: %2")
                .arg(QString::number(character), sentence(error))};
}

} // namespace Trailglass::Filter
