// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "tests/archive/writtenfilter.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// What each construct of the filter language becomes. That servers find with it what the row evaluator finds is tried on
/// them: tst_filterexamples.cpp.
class FilterSqlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesFields_data();
    void comparesFields();
    void combinesTerms_data();
    void combinesTerms();
    void comparesTimes_data();
    void comparesTimes();
    void comparesAddresses_data();
    void comparesAddresses();
    void comparesValuesAtPaths_data();
    void comparesValuesAtPaths();
};

namespace {

QString quoted(const QString &text)
{
    return sqlOf(ArchiveSql::literal(toUtf8(text)));
}

/// A test of the text `%`, on a field in form C.
QString onField(const QString &column, const QString &test)
{
    const QString ofColumn = QString(test).replace(u'%', u'`' + column + u'`');
    const QString ofForm = QString(test).replace(u'%', u'x');
    return u"((%1 AND NOT has(`form.field`, '%2')) OR arrayExists(x -> %3, arrayFilter((v, p) -> p = '%2', "
           u"`form.text`, "
           "`form.field`)))"_s.arg(ofColumn, column, ofForm);
}

/// Values in a list at a path without indexes.
/// \param mark  `v` as received, `c` in form C
QString valuesAt(const QString &list, const QString &part, const QString &path, const QString &mark)
{
    return u"arrayFilter((v, p) -> (p = %1 OR p = %2), `%3.%4`, `%3.path`)"_s.arg(
        quoted(path), quoted(path + u'\\' + mark), list, part);
}

void addColumns()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("expected");
}

} // namespace

void FilterSqlTest::comparesFields_data()
{
    addColumns();
    const auto row = [](const char *name, const QString &expression, const QString &expected) {
        QTest::newRow(name) << expression << expected;
    };
    row("letters without case", u"id:123"_s, onField(u"id"_s, u"% = '123'"_s));
    row("ASCII letters", u"action:Create"_s, onField(u"action"_s, u"lower(%) = 'create'"_s));
    row("k has no other form in form C", u"actor:kim"_s, onField(u"actor"_s, u"lower(%) = 'kim'"_s));
    row("s has the long one", u"actor:sam"_s,
        onField(u"actor"_s, u"(lower(%) = 'sam' OR (length(%) > 3 AND match(%, '^[Ss\u017F][Aa][Mm]$')))"_s));
    row("other letters with case", u"actor:Zo\u00EB"_s,
        onField(u"actor"_s, u"match(%, '^[Zz][Oo][\u00CB\u00EB]$')"_s));
    row("composed by the filter", u"actor:Zoe\u0308"_s,
        onField(u"actor"_s, u"match(%, '^[Zz][Oo][\u00CB\u00EB]$')"_s));
    row("other letters without case", u"actor:\u65E5\u672C"_s, onField(u"actor"_s, u"% = '\u65E5\u672C'"_s));
    row("several", u"action:a,b,1"_s, onField(u"action"_s, u"(% = '1' OR lower(%) IN ('a', 'b'))"_s));
    row("exactly", u"action:=Create,create"_s, u"`action` IN ('Create', 'create')"_s);
    row("a name with a dot", u"actor.email:=a"_s, u"`actor_email` = 'a'"_s);
    row("a part", u"action:~Run"_s, onField(u"action"_s, u"positionCaseInsensitive(%, 'run') > 0"_s));
    row("a part without case", u"action:~10"_s, onField(u"action"_s, u"position(%, '10') > 0"_s));
    row("a part with s", u"action:~us"_s,
        onField(u"action"_s,
                u"(positionCaseInsensitive(%, 'us') > 0 OR (position(%, '\u017F') > 0 AND match(%, "
                "'[Uu][Ss\u017F]')))"_s));
    row("a part with other letters", u"actor:~m\u00FCller"_s,
        onField(
            u"actor"_s,
            u"(positionCaseInsensitive(%, 'ller') > 0 AND match(%, '[Mm][\u00DC\u00FC][Ll][Ll][Ee][Rr]'))"_s));
    row("a part of another letter alone", u"actor:~\u00EB"_s,
        onField(u"actor"_s, u"match(%, '[\u00CB\u00EB]')"_s));
    row("wildcards", u"action:run_*"_s,
        onField(u"action"_s, u"(% != '' AND match(%, '(?s)^[Rr][Uu][Nn]_.*$'))"_s));
    row("wildcards beside literal ones", u"target:a\\?b?"_s,
        onField(u"target"_s, u"(% != '' AND match(%, %1))"_s.arg(quoted(u"(?s)^[Aa]\\x{3f}[Bb].$"_s))));
    row("a regular expression", u"action:/^RUN_/"_s,
        u"(`action` != '' AND match(`action`, %1))"_s.arg(quoted(u"\\ARUN_"_s)));
    row("presence", u"action:*"_s, u"`action` != ''"_s);
    row("absence", u"action:\"\""_s, u"`action` = ''"_s);
    row("words of ours", u"op:create"_s, u"lower(`op`) = 'create'"_s);
    row("raw", u"raw:~a"_s, onField(u"raw"_s, u"positionCaseInsensitive(%, 'a') > 0"_s));
    row("quotes of SQL", u"id:\"'1\\\""_s, onField(u"id"_s, u"% = '\\'1\\\\'"_s));
}

void FilterSqlTest::comparesFields()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, expected);

    QCOMPARE(written(expression), expected);
}

void FilterSqlTest::combinesTerms_data()
{
    addColumns();
    const auto row = [](const char *name, const QString &expression, const QString &expected) {
        QTest::newRow(name) << expression << expected;
    };
    const QString op = u"lower(`op`) = 'create'"_s;
    const QString outcome = u"lower(`outcome`) = 'failure'"_s;
    row("nothing", {}, u"1"_s);
    row("both", u"op:create outcome:failure"_s, u"(%1 AND %2)"_s.arg(op, outcome));
    row("either", u"op:create OR outcome:failure"_s, u"(%1 OR %2)"_s.arg(op, outcome));
    row("not", u"-op:create"_s, u"NOT (%1)"_s.arg(op));
    row("not either", u"-(op:create OR outcome:failure)"_s, u"NOT ((%1 OR %2))"_s.arg(op, outcome));
    row("both of two groups", u"(op:create OR outcome:failure) (op:create -outcome:failure)"_s,
        u"((%1 OR %2) AND %1 AND NOT (%2))"_s.arg(op, outcome));
    const QString text = u"(position(extra, '10') > 0 OR position(decoded, '10') > 0 OR %1)"_s.arg(
        onField(u"raw"_s, u"position(%, '10') > 0"_s));
    row("text", u"10"_s, text);
    // What reads least comes first, whatever was written first.
    row("numbers before texts before JSON", u"10 @n:=5 id:=1 op:create created:2026"_s,
        u"((`created` >= 1767225600000000 AND `created` < 1798761600000000) AND %1 AND `id` = '1' AND "
        "arrayExists(x -> x = '5', %2) AND %3)"_s.arg(op, valuesAt(u"j1"_s, u"text"_s, u"n"_s, u"v"_s),
                                                      text));
    row("in alternatives too", u"id:=1 OR op:create"_s, u"(%1 OR `id` = '1')"_s.arg(op));
}

void FilterSqlTest::combinesTerms()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, expected);

    QCOMPARE(written(expression), expected);
}

void FilterSqlTest::comparesTimes_data()
{
    addColumns();
    QTest::addColumn<QByteArray>("zone");
    const auto row = [](const char *name, const QString &expression, const QString &expected,
                        const QByteArray &zone = "UTC") {
        QTest::newRow(name) << expression << expected << zone;
    };
    row("a day", u"created:2026-11-20"_s,
        u"(`created` >= 1795132800000000 AND `created` < 1795219200000000)"_s);
    row("after a month", u"created:>2026-11"_s, u"`created` >= 1796083200000000"_s);
    row("before a month", u"received:<2026-11"_s, u"`received` < 1793491200000000"_s);
    row("from then until now", u"created:-1d"_s,
        u"(`created` >= 1795089600000000 AND `created` < 1795176000000001)"_s);
    row("two days apart", u"created:2026-11-01,2026-11-20"_s,
        u"((`created` >= 1793491200000000 AND `created` < 1793577600000000) OR (`created` >= "
        u"1795132800000000 AND "
        "`created` < 1795219200000000))"_s);
    row("before 1970", u"created:>=1969-12-31"_s, u"`created` >= (-86400000000)"_s);
    row("any time", u"created:*"_s, u"1"_s);
    row("an hour that is skipped", u"created:2025-03-09T02:30"_s, u"0"_s, "America/New_York");
    row("an hour that comes twice", u"created:2025-11-02T01:30"_s,
        u"((`created` >= 1762061400000000 AND `created` < 1762061460000000) OR (`created` >= "
        u"1762065000000000 AND "
        "`created` < 1762065060000000))"_s,
        "America/New_York");
    row("an hour of the day", u"hour:8"_s, u"intDiv(created + 62136201600000000, 3600000000) % 24 IN (8)"_s);
    row("hours around midnight", u"hour:22..1"_s,
        u"intDiv(created + 62136201600000000, 3600000000) % 24 IN (0, 1, 22, 23)"_s);
    row("days around Sunday", u"weekday:sat..mon"_s,
        u"intDiv(created + 62136201600000000, 86400000000) % 7 IN (0, 5, 6)"_s);
    row("any hour", u"hour:*"_s, u"1"_s);
    row("no hour", u"hour:<0"_s, u"0"_s);
    row("hours of a zone, for the events that there are", u"hour:8"_s,
        u"intDiv(created + multiIf(created < 1741503600000000, 62136183600000000, created < "
        u"1762063200000000, "
        "62136187200000000, 62136183600000000), 3600000000) % 24 IN (8)"_s,
        "America/New_York");
    row("and for those that the filter finds", u"hour:8 created:2025-06"_s,
        u"(intDiv(created + 62136187200000000, 3600000000) % 24 IN (8) AND (`created` >= 1748750400000000 "
        u"AND "
        "`created` < 1751342400000000))"_s,
        "America/New_York");
}

void FilterSqlTest::comparesTimes()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, expected);
    QFETCH(const QByteArray, zone);

    QCOMPARE(written(expression, zone), expected);
}

namespace {

/// A test of the bytes `%` of an address, on all addresses of a text.
QString onAddresses(const QString &keys, const QString &test)
{
    return u"((length(%1) = 16 AND %2) OR (length(%1) > 16 AND arrayExists(i -> %3, range(intDiv(length(%1), 16)))))"_s
        .arg(keys, QString(test).replace(u'%', keys),
             QString(test).replace(u'%', u"substring("_s + keys + u", i * 16 + 1, 16)"_s));
}

QString bytes(const char *hexadecimal)
{
    return u"unhex('"_s + QLatin1StringView(hexadecimal) + u"')"_s;
}

QString network(const char *first, const char *last)
{
    return u"(% >= "_s + bytes(first) + u" AND % <= "_s + bytes(last) + u')';
}

} // namespace

void FilterSqlTest::comparesAddresses_data()
{
    addColumns();
    const auto row = [](const char *name, const QString &expression, const QString &expected) {
        QTest::newRow(name) << expression << expected;
    };
    const auto either = [](const QString &one, const QString &other) -> QString {
        return u'(' + one + u" OR "_s + other + u')';
    };
    const QString tenOne = bytes("00000000000000000000ffff0a000001");
    row("an address, or a text that is the same", u"ip:10.0.0.1"_s,
        either(onAddresses(u"ip_key"_s, u"% = "_s + tenOne), onField(u"ip"_s, u"% = '10.0.0.1'"_s)));
    row("a port is none of it", u"ip:10.0.0.1:80"_s,
        either(onAddresses(u"ip_key"_s, u"% = "_s + tenOne), onField(u"ip"_s, u"% = '10.0.0.1:80'"_s)));
    row("several", u"ip:10.0.0.1,::1"_s,
        either(onAddresses(u"ip_key"_s,
                           u"% IN (%1, %2)"_s.arg(tenOne, bytes("00000000000000000000000000000001"))),
               onField(u"ip"_s, u"% IN ('10.0.0.1', '::1')"_s)));
    row("a network", u"ip:10.0.0.0/8"_s,
        either(onAddresses(u"ip_key"_s,
                           network("00000000000000000000ffff0a000000", "00000000000000000000ffff0affffff")),
               onField(u"ip"_s, u"% = '10.0.0.0/8'"_s)));
    row("bits after the prefix do not matter", u"ip:10.1.2.3/12"_s,
        either(onAddresses(u"ip_key"_s,
                           network("00000000000000000000ffff0a000000", "00000000000000000000ffff0a0fffff")),
               onField(u"ip"_s, u"% = '10.1.2.3/12'"_s)));
    row("a network of IPv6", u"ip:2001::/16"_s,
        either(onAddresses(u"ip_key"_s,
                           network("20010000000000000000000000000000", "2001ffffffffffffffffffffffffffff")),
               onField(u"ip"_s, u"% = '2001::/16'"_s)));
    row("no IPv4 address is in one of IPv6", u"ip:::/0"_s,
        either(
            onAddresses(u"ip_key"_s,
                        u'(' + network("00000000000000000000000000000000", "ffffffffffffffffffffffffffffffff")
                            + u" AND NOT "_s
                            + network("00000000000000000000ffff00000000", "00000000000000000000ffffffffffff")
                            + u')'),
            onField(u"ip"_s, u"% = '::/0'"_s)));
    row("a text", u"ip:unknown"_s, onField(u"ip"_s, u"lower(%) = 'unknown'"_s));
    row("exactly", u"ip:=10.0.0.1"_s, u"`ip` = '10.0.0.1'"_s);
    const QString pattern = u"(% != '' AND match(%, %1))"_s.arg(quoted(u"(?s)^10\\x{2e}.*$"_s));
    row("a pattern, also of how an address is spelled", u"ip:10.*"_s,
        either(onField(u"ip"_s, pattern),
               u"arrayExists(x -> %1, arrayFilter((v, p) -> p = 'ip.spelling', `form.text`, `form.field`))"_s
                   .arg(QString(pattern).replace(u'%', u'x'))));
}

void FilterSqlTest::comparesAddresses()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, expected);

    QCOMPARE(written(expression), expected);
}

void FilterSqlTest::comparesValuesAtPaths_data()
{
    addColumns();
    const auto row = [](const char *name, const QString &expression, const QString &expected) {
        QTest::newRow(name) << expression << expected;
    };
    const auto texts = [](const QString &list, const QString &path, const QString &mark) {
        return valuesAt(list, u"text"_s, path, mark);
    };
    const auto keys = [](const QString &list, const QString &path) {
        return valuesAt(list, u"key"_s, path, u"v"_s);
    };
    const auto exists = [](const QString &variables, const QString &test, const QString &arrays) -> QString {
        return u"arrayExists("_s + variables + u" -> "_s + test + u", "_s + arrays + u')';
    };
    const QString x = u"x"_s;
    const QString k = u"k"_s;
    const QString both = u"(x, k)"_s;
    const QString n = u"n"_s;
    const QString j1 = u"j1"_s;
    row("a text in form C", u"@n:5"_s, exists(x, u"x = '5'"_s, texts(j1, n, u"c"_s)));
    row("a text as received", u"@n:=5"_s, exists(x, u"x = '5'"_s, texts(j1, n, u"v"_s)));
    row("several kinds of values", u"@n:5,/^a/"_s,
        u'(' + exists(x, u"(x != '' AND match(x, %1))"_s.arg(quoted(u"\\Aa"_s)), texts(j1, n, u"v"_s))
            + u" OR "_s + exists(x, u"x = '5'"_s, texts(j1, n, u"c"_s)) + u" OR "_s
            + exists(x, u"(x != '' AND match(x, %1))"_s.arg(quoted(u"\\Aa"_s)), texts(u"jo"_s, n, u"v"_s))
            + u')');
    row("presence", u"@n:*"_s,
        exists(both, u"(k != 'z' AND k != 'e' AND (x != '' OR k = 'o'))"_s,
               texts(j1, n, u"v"_s) + u", "_s + keys(j1, n)));
    row("an empty text", u"@n:\"\""_s,
        exists(both, u"(x = '' AND k = '')"_s, texts(j1, n, u"v"_s) + u", "_s + keys(j1, n)));
    row("a number", u"@n:>5"_s, exists(k, u"(k > 'n205000000000000000015' AND k < 'o')"_s, keys(j1, n)));
    row("a negative number", u"@n:<=-0.5"_s,
        exists(k, u"(k <= 'n094999999999999999994~' AND k >= 'n')"_s, keys(j1, n)));
    row("a range of numbers", u"@n:5..1e3"_s,
        exists(
            k,
            u"((k >= 'n205000000000000000015' AND k < 'o') AND (k <= 'n205000000000000000041' AND k >= 'n'))"_s,
            keys(j1, n)));
    row("a time", u"@at:>=2026-11-20"_s,
        exists(k, u"(k >= 't1001795132800000000' AND k < 'u')"_s, keys(u"j0"_s, u"at"_s)));
    row("a range of times", u"@at:..2026-11-20"_s,
        exists(k, u"(k >= 't' AND k < 't1001795219200000000')"_s, keys(u"j0"_s, u"at"_s)));
    row("a part, also of whole objects", u"@o:~1"_s,
        u'(' + exists(x, u"position(x, '1') > 0"_s, texts(u"j6"_s, u"o"_s, u"c"_s)) + u" OR "_s
            + exists(x, u"position(x, '1') > 0"_s, texts(u"jo"_s, u"o"_s, u"c"_s)) + u')');
    row("a pattern that no object fits", u"@o:1*"_s,
        exists(x, u"(x != '' AND match(x, '(?s)^1.*$'))"_s, texts(u"j6"_s, u"o"_s, u"c"_s)));
    row("names with dots and quotes", u"@\"dotted.name\":=1"_s,
        exists(x, u"x = '1'"_s, texts(u"j4"_s, u"dotted\\.name"_s, u"v"_s)));
    row("names below names", u"@details.method:=1"_s,
        exists(x, u"x = '1'"_s, texts(u"j4"_s, u"details.method"_s, u"v"_s)));
    row("indexes", u"@items[*].id:=1"_s,
        exists(x, u"x = '1'"_s,
               u"arrayFilter((v, p, a) -> ((p = 'items.id' OR p = %1 OR p = 'items.id\"' OR p = %2) AND "
               u"match(a, %3)), "
               "`j6.text`, `j6.path`, `j6.at`)"_s.arg(
                   quoted(u"items.id\\v"_s), quoted(u"items.id\"\\v"_s),
                   quoted(u"^\"*\\[[0-9]+\\](\"|\\[[0-9]+\\])*/(\\[[0-9]+\\])*$"_s))));
    row("an index at the end", u"@list[2]:=1"_s,
        exists(
            x, u"x = '1'"_s,
            u"arrayFilter((v, p, a) -> ((p = 'list' OR p = %1 OR p = 'list\"' OR p = %2) AND match(a, %3)), "
            "`j1.text`, `j1.path`, `j1.at`)"_s.arg(quoted(u"list\\v"_s), quoted(u"list\"\\v"_s),
                                                   quoted(u"^\"*\\[2\\](\\[[0-9]+\\])*$"_s))));
    const QString inNetwork = u"(substring(k, 1, 1) = 'a' AND %1)"_s.arg(
        onAddresses(u"substring(k, 2)"_s,
                    network("00000000000000000000ffff0a000000", "00000000000000000000ffff0affffff")));
    const auto networkAt = [&](const QString &list) -> QString {
        return exists(k, inNetwork, keys(list, u"ip"_s)) + u" OR "_s
            + exists(x, u"x = '10.0.0.0/8'"_s, texts(list, u"ip"_s, u"c"_s));
    };
    row("a network", u"@ip:10.0.0.0/8"_s, u'(' + networkAt(u"j4"_s) + u" OR "_s + networkAt(u"jo"_s) + u')');
}

void FilterSqlTest::comparesValuesAtPaths()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, expected);

    QCOMPARE(written(expression), expected);
}

TRAILGLASS_TEST(FilterSqlTest)
#include "tst_filtersql.moc"
