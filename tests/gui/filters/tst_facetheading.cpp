// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/filters/facetheading.h"

#include <QImage>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

constexpr int Widest = 600; // pixels

void narrow(FacetHeading &heading, int width)
{
    heading.resize(width, heading.sizeHint().height());
}

/// All that is said beside the name while the heading becomes narrower.
QStringList saidAtAnyWidth(FacetHeading &heading)
{
    QStringList said;
    for (int width = Widest; width > 0; --width) {
        narrow(heading, width);
        if (said.isEmpty() || said.last() != heading.shownState())
            said.append(heading.shownState());
    }
    return said;
}

} // namespace

/// What the heading of a facet says at which width.
class FacetHeadingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void countsShortenToNumbersAndGo_data();
    void countsShortenToNumbersAndGo();
    void theNameIsWholeBesideWhatIsSaid();
    void theToolTipSaysAll();
};

void FacetHeadingTest::countsShortenToNumbersAndGo_data()
{
    QTest::addColumn<int>("included");
    QTest::addColumn<int>("excluded");
    QTest::addColumn<bool>("counting");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("included") << 1 << 0 << false << QStringList{u"1 included"_s, u"1"_s, QString()};
    QTest::newRow("excluded") << 0 << 12 << false << QStringList{u"12 excluded"_s, u"-12"_s, QString()};
    QTest::newRow("both") << 1'234 << 2 << false
                          << QStringList{u"1,234 included, 2 excluded"_s, u"1,234 -2"_s, QString()};
    QTest::newRow("none") << 0 << 0 << false << QStringList{QString()};
    QTest::newRow("being counted") << 1 << 0 << true << QStringList{u"counting…"_s, QString()};
}

void FacetHeadingTest::countsShortenToNumbersAndGo()
{
    QFETCH(const int, included);
    QFETCH(const int, excluded);
    QFETCH(const bool, counting);
    FacetHeading heading(u"Operation"_s);
    heading.setChosen(static_cast<std::size_t>(included), static_cast<std::size_t>(excluded));
    heading.setCounting(counting);
    QTEST(saidAtAnyWidth(heading), "said");
}

void FacetHeadingTest::theNameIsWholeBesideWhatIsSaid()
{
    FacetHeading heading(u"Operation"_s);
    heading.setChosen(1, 2);
    narrow(heading, Widest);
    const QImage wide = heading.grab().toImage();
    int width = Widest;
    while (!heading.shownState().isEmpty())
        narrow(heading, --width);
    narrow(heading, width + 1);
    QCOMPARE(heading.shownState(), u"1 -2"_s);

    const QImage narrowest = heading.grab().toImage();

    const int right = narrowest.width() - heading.fontMetrics().horizontalAdvance(u"1 -2"_s) - 8;
    QVERIFY(right > 0);
    QCOMPARE(narrowest.copy(0, 0, right, narrowest.height()), wide.copy(0, 0, right, wide.height()));
}

void FacetHeadingTest::theToolTipSaysAll()
{
    FacetHeading heading(u"Operation"_s);
    const QString name = heading.toolTip();
    heading.setChosen(3, 0);
    QVERIFY2(heading.toolTip().contains(u"Operation: 3 included"_s), qPrintable(heading.toolTip()));
    heading.setChosen(0, 0);
    QCOMPARE(heading.toolTip(), name);
}

TRAILGLASS_GUI_TEST(FacetHeadingTest)
#include "tst_facetheading.moc"
