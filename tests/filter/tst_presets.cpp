// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "tests/filter/treedescription.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

class PresetsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesPresets_data();
    void replacesPresets();
    void keepsATreeWithoutPresets();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void countsExpandedPresets();
    void presetsThatMultiplyAreRefusedAtOnce_data();
    void presetsThatMultiplyAreRefusedAtOnce();
    void aPresetIsReadAndReplacedOnce();
    void aKnownPresetCountsItsDepthAtEachPlace();
    void errorsShowNamesAsTextAndShort();
};

namespace {

std::optional<QString> lookUp(const QString &name)
{
    static const QHash<QString, QString> presets{
        {u"night"_s, u"hour:22..,..5"_s},
        {u"two words"_s, u"a OR b"_s},
        {u"empty"_s, u" "_s},
        {u"nested"_s, u"preset:night -preset:\"two words\""_s},
        {u"self"_s, u"x preset:self"_s},
        {u"ring1"_s, u"preset:ring2"_s},
        {u"ring2"_s, u"preset:ring3"_s},
        {u"ring3"_s, u"preset:ring2"_s},
        {u"broken"_s, u"actr:x"_s},
        {u"orphan"_s, u"preset:nobody"_s},
    };
    const auto found = presets.constFind(name);
    return found == presets.constEnd() ? std::nullopt : std::optional(*found);
}

NodePointer parsed(const QString &expression)
{
    return std::get<NodePointer>(parse(expression));
}

} // namespace

void PresetsTest::replacesPresets_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("tree");
    const auto row = [](const QString &expression, const QString &tree) {
        QTest::newRow(qPrintable(expression)) << expression << tree;
    };
    const QString night = u"hour matches number(22) to open | open to number(5)"_s;
    row(u"preset:night"_s, night);
    row(u"x -preset:night"_s, u"and(text 'x', not("_s + night + u"))"_s);
    row(u"x preset:\"two words\""_s, u"and(text 'x', or(text 'a', text 'b'))"_s);
    row(u"x OR preset:empty"_s, u"or(text 'x', all)"_s);
    row(u"preset:nested preset:night"_s,
        u"and(and("_s + night + u", not(or(text 'a', text 'b'))), "_s + night + u')');
}

void PresetsTest::replacesPresets()
{
    QFETCH(const QString, expression);
    const auto expanded = expandPresets(parsed(expression), lookUp);
    QVERIFY(expanded);
    QTEST(describe(*expanded), "tree");
}

void PresetsTest::keepsATreeWithoutPresets()
{
    const NodePointer tree = parsed(u"a -(b c) OR actor:x"_s);
    QCOMPARE(*expandPresets(tree, lookUp), tree);
}

void PresetsTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown") << u"x preset:nobody"_s << u"no preset “nobody”"_s;
    QTest::newRow("unknown inside another") << u"preset:orphan"_s << u"no preset “nobody”"_s;
    QTest::newRow("names are exact") << u"preset:Night"_s << u"no preset “Night”"_s;
    QTest::newRow("broken") << u"preset:broken"_s << u"“broken” cannot be read"_s;
    QTest::newRow("holds itself") << u"preset:self"_s << u"self → self"_s;
    QTest::newRow("circle") << u"-preset:ring1"_s << u"ring2 → ring3 → ring2"_s;
}

void PresetsTest::saysWhatIsWrong()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, says);
    const auto expanded = expandPresets(parsed(expression), lookUp);
    QVERIFY(!expanded);
    QCOMPARE(expanded.error().kind, ErrorKind::Usage);
    QVERIFY2(expanded.error().message.contains(says), qPrintable(expanded.error().message));
}

void PresetsTest::countsExpandedPresets()
{
    // Preset n stands for preset n-1 twice: 2^n terms.
    const PresetLookup doubling = [](const QString &name) -> std::optional<QString> {
        const int level = name.toInt();
        return level == 0 ? u"x"_s : u"preset:%1 preset:%1"_s.arg(level - 1);
    };
    QVERIFY(expandPresets(parsed(u"preset:9"_s), doubling));
    const auto tooMany = expandPresets(parsed(u"preset:60"_s), doubling);
    QVERIFY(!tooMany);
    QVERIFY2(tooMany.error().message.contains(u"1,000"_s) || tooMany.error().message.contains(u"1000"_s),
             qPrintable(tooMany.error().message));

    const PresetLookup chain = [](const QString &name) -> std::optional<QString> {
        return u"x -preset:%1"_s.arg(name.toInt() + 1);
    };
    const auto tooDeep = expandPresets(parsed(u"preset:0"_s), chain);
    QVERIFY(!tooDeep);
    QVERIFY2(tooDeep.error().message.contains(u"deep"_s), qPrintable(tooDeep.error().message));
}

void PresetsTest::presetsThatMultiplyAreRefusedAtOnce_data()
{
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("times");
    QTest::newRow("of nothing") << u" "_s << 1000;
    QTest::newRow("of a term") << u"actor:x"_s << 1000;
    QTest::newRow("of values") << u"actor:a,b,c,d,e,f,g,h,i,j,k,l,m,n,o"_s << 9;
    QTest::newRow("of bytes") << QString(500, u'x') << 10;
}

/// Three levels, each of which names the next so many times. Without a limit that counts what is multiplied
/// this ends with all memory used up.
void PresetsTest::presetsThatMultiplyAreRefusedAtOnce()
{
    QFETCH(const QString, last);
    QFETCH(const int, times);
    int reads = 0;
    const PresetLookup multiplying = [&](const QString &name) -> std::optional<QString> {
        ++reads;
        const int level = name.toInt();
        return level == 3 ? last : u"preset:%1 "_s.arg(level + 1).repeated(times);
    };
    const auto expanded = expandPresets(parsed(u"preset:0"_s), multiplying);
    QVERIFY(!expanded);
    QCOMPARE(expanded.error().kind, ErrorKind::Usage);
    QVERIFY2(expanded.error().message.contains(u"exceed"_s), qPrintable(expanded.error().message));
    QCOMPARE(reads, 4);
}

void PresetsTest::aPresetIsReadAndReplacedOnce()
{
    int reads = 0;
    const PresetLookup nested = [&](const QString &name) -> std::optional<QString> {
        ++reads;
        return name == "inner"_L1 ? u"a OR b"_s : u"preset:inner -preset:inner"_s;
    };
    const auto expanded = expandPresets(parsed(u"preset:outer OR -preset:outer OR preset:inner"_s), nested);
    QVERIFY(expanded);
    QCOMPARE(reads, 2);
    const auto &any = std::get<Or>((*expanded)->content).children;
    QCOMPARE(std::get<Not>(any[1]->content).child, any[0]);
    QCOMPARE(std::get<And>(any[0]->content).children[0], any[2]);
}

void PresetsTest::aKnownPresetCountsItsDepthAtEachPlace()
{
    const PresetLookup chains = [](const QString &name) -> std::optional<QString> {
        const int level = name.mid(1).toInt();
        if (name.startsWith(u'a'))
            return level == 60 ? u"x"_s : u"preset:a%1"_s.arg(level + 1);
        return level == 60 ? u"preset:a0"_s : u"preset:b%1"_s.arg(level + 1);
    };
    QVERIFY(expandPresets(parsed(u"preset:a0 preset:a0"_s), chains));
    const auto tooDeep = expandPresets(parsed(u"preset:a0 preset:b0"_s), chains);
    QVERIFY(!tooDeep);
    QVERIFY2(tooDeep.error().message.contains(u"deep"_s), qPrintable(tooDeep.error().message));
}

void PresetsTest::errorsShowNamesAsTextAndShort()
{
    const QString hostile = u"a\u202eb"_s + QString(20'000, u'c');
    const auto unknown = expandPresets(makeNode(PresetReference{hostile.toStdString()}),
                                       [](const QString &) { return std::optional<QString>(); });
    QVERIFY(!unknown);
    QVERIFY(unknown.error().message.contains(u"a<U+202E>bccc"_s));
    QVERIFY(unknown.error().message.size() < 500);
    const PresetLookup ring = [](const QString &name) -> std::optional<QString> {
        return u"preset:%1"_s.arg((name.toInt() + 1) % 90);
    };
    const auto circle = expandPresets(parsed(u"preset:0"_s), ring);
    QVERIFY(!circle);
    QVERIFY2(circle.error().message.contains(u"0 → 1 → 2"_s), qPrintable(circle.error().message));
    QVERIFY(circle.error().message.size() < 200);
}

TRAILGLASS_TEST(PresetsTest)
#include "tst_presets.moc"
