// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/sqlarithmetic.h"

#include <QtNumeric>

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass::Testing {

namespace {

/// Reads and computes at the same time. Spaces between tokens are skipped.
class Calculator
{
public:
    Calculator(std::string_view text, qint64 created)
        : m_text(text)
        , m_created(created)
    {
    }

    qint64 compute()
    {
        const qint64 value = comparison();
        check(m_text.empty());
        return value;
    }

private:
    void check(bool condition) const
    {
        if (!condition)
            qFatal("cannot compute at: %s", std::string(m_text).c_str());
    }

    bool take(std::string_view token)
    {
        while (m_text.starts_with(' '))
            m_text.remove_prefix(1);
        if (!m_text.starts_with(token))
            return false;
        m_text.remove_prefix(token.size());
        return true;
    }

    void expect(std::string_view token) { check(take(token)); }

    qint64 comparison()
    {
        const qint64 left = sum();
        if (take(">="))
            return left >= sum() ? 1 : 0;
        if (take("<"))
            return left < sum() ? 1 : 0;
        return left;
    }

    qint64 sum()
    {
        qint64 value = product();
        for (;;) {
            if (take("+"))
                check(!qAddOverflow(value, product(), &value));
            else if (take("-"))
                check(!qSubOverflow(value, product(), &value));
            else
                return value;
        }
    }

    qint64 product()
    {
        qint64 value = operand();
        while (take("*"))
            check(!qMulOverflow(value, operand(), &value));
        return value;
    }

    std::vector<qint64> list(std::string_view closing)
    {
        std::vector<qint64> values;
        do {
            values.push_back(comparison());
        } while (take(","));
        expect(closing);
        return values;
    }

    qint64 operand()
    {
        if (take("intDiv(")) {
            const std::vector<qint64> arguments = list(")");
            check(arguments.size() == 2 && arguments[1] > 0);
            return arguments[0] / arguments[1];
        }
        if (take("multiIf("))
            return chosen(list(")"));
        if (take("arrayElement([")) {
            const std::vector<qint64> values = list("]");
            expect(",");
            const std::vector<qint64> place = list(")");
            check(place.size() == 1 && place[0] >= 1 && place[0] <= static_cast<qint64>(values.size()));
            return values[static_cast<std::size_t>(place[0] - 1)];
        }
        if (take("created"))
            return m_created;
        if (take("(")) {
            const qint64 value = comparison();
            expect(")");
            return value;
        }
        return number();
    }

    qint64 chosen(const std::vector<qint64> &arguments) const
    {
        std::size_t place = 0;
        while (place + 1 < arguments.size() && arguments[place] == 0)
            place += 2;
        const bool isLast = place + 1 >= arguments.size();
        return isLast ? arguments.back() : arguments[place + 1];
    }

    qint64 number()
    {
        take("");
        qint64 value = 0;
        const auto [end, error] = std::from_chars(m_text.data(), m_text.data() + m_text.size(), value);
        check(error == std::errc());
        m_text.remove_prefix(static_cast<std::size_t>(end - m_text.data()));
        return value;
    }

    std::string_view m_text;
    qint64 m_created;
};

} // namespace

qint64 valueOf(const ArchiveSql &expression, qint64 created)
{
    return Calculator(expression.text(), created).compute();
}

} // namespace Trailglass::Testing
