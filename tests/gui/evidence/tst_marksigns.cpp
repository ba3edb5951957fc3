// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/colourrule.h"
#include "models/table/marktext.h"
#include "tests/runner/testclass.h"
#include "views/common/theme.h"
#include "views/events/cellsigns.h"
#include "views/events/rulecolours.h"
#include "views/evidence/marksigns.h"
#include "views/evidence/marktexts.h"

#include <QApplication>
#include <QKeySequence>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr double SignContrast = 3.0; ///< WCAG 2.1 AA, 1.4.11
constexpr int Marks = static_cast<int>(MarkColourNames.size());

double luminance(const QColor &colour)
{
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &left, const QColor &right)
{
    const double bright = std::max(luminance(left), luminance(right));
    const double dark = std::min(luminance(left), luminance(right));
    return (bright + 0.05) / (dark + 0.05);
}

QImage drawn(const std::function<void(QPainter &painter)> &draw)
{
    QImage sign(16, 16, QImage::Format_ARGB32);
    sign.fill(Qt::transparent);
    QPainter painter(&sign);
    draw(painter);
    return sign;
}

} // namespace

/// The signs of marks and notes in the table and in menus.
class MarkSignsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areSeenOnEveryGround_data()
    {
        QTest::addColumn<Appearance>("appearance");
        QTest::newRow("light") << Appearance::Light;
        QTest::newRow("dark") << Appearance::Dark;
    }
    void areSeenOnEveryGround()
    {
        QFETCH(const Appearance, appearance);
        applyAppearance(appearance);
        const QPalette palette = QApplication::palette();
        QList<QColor> grounds{palette.color(QPalette::Base), palette.color(QPalette::AlternateBase),
                              palette.color(QPalette::Button), palette.color(QPalette::Window)};
        for (int rule = 0; rule < RuleColours; ++rule)
            grounds += ruleGround(rule, palette);
        for (int mark = 0; mark < Marks; ++mark) {
            const QColor colour = MarkSigns::colour(static_cast<MarkColour>(mark), palette);
            for (const QColor &ground : grounds) {
                const double reached = contrast(colour, ground);
                QVERIFY2(reached >= SignContrast,
                         qPrintable(u"%1 on %2: %3"_s.arg(colour.name(), ground.name()).arg(reached)));
            }
        }
    }

    void eachIsAShapeOfItsOwn()
    {
        // All in one colour, beside the signs of outcomes and operations.
        const QPointF centre(8, 8);
        QList<QImage> signs;
        for (int mark = 0; mark < Marks; ++mark) {
            signs += drawn([mark, centre](QPainter &painter) {
                MarkSigns::paint(painter, centre, static_cast<MarkColour>(mark), Qt::black);
            });
        }
        signs += drawn([centre](QPainter &painter) { MarkSigns::paintNote(painter, centre, Qt::black); });
        for (int operation = 0; operation <= static_cast<int>(Operation::Other); ++operation) {
            signs += drawn([operation, centre](QPainter &painter) {
                CellSigns::paint(painter, centre, static_cast<Operation>(operation), Qt::black);
            });
        }
        for (qsizetype one = 0; one < signs.size(); ++one) {
            QVERIFY(signs[one] != drawn([](QPainter &) {}));
            for (qsizetype other = one + 1; other < signs.size(); ++other)
                QVERIFY2(signs[one] != signs[other], qPrintable(u"%1 and %2"_s.arg(one).arg(other)));
        }
    }

    void fitIntoTheirSquare()
    {
        const int rest = 16 - MarkSigns::Size;
        for (int mark = 0; mark < Marks; ++mark) {
            const QImage sign = drawn([mark](QPainter &painter) {
                MarkSigns::paint(painter, QPointF(8, 8), static_cast<MarkColour>(mark), Qt::black);
            });
            for (int place = 0; place < 16; ++place) {
                QCOMPARE(qAlpha(sign.pixel(place, rest / 2 - 1)), 0);
                QCOMPARE(qAlpha(sign.pixel(rest / 2 - 1, place)), 0);
                QCOMPARE(qAlpha(sign.pixel(15 - rest / 2 + 1, place)), 0);
            }
        }
    }

    void haveWordsOfTheirOwn()
    {
        QStringList said;
        QStringList keys{QKeySequence::mnemonic(noMarkTexts().caption).toString(),
                         QKeySequence::mnemonic(onlyMarkedText()).toString()};
        for (int mark = 0; mark < Marks; ++mark) {
            const auto colour = static_cast<MarkColour>(mark);
            said << markedText(colour) << markTexts(colour).tip << markTexts(colour).caption;
            keys += QKeySequence::mnemonic(markTexts(colour).caption).toString();
        }
        said.removeDuplicates();
        QCOMPARE(said.size(), 3 * Marks);
        QVERIFY(!keys.contains(QString()));
        QCOMPARE(keys.removeDuplicates(), 0);
    }
};

TRAILGLASS_GUI_TEST(MarkSignsTest)
#include "tst_marksigns.moc"
