// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/icons.h"
#include "views/common/messagestrip.h"
#include "views/common/signs.h"
#include "views/common/spacing.h"
#include "views/common/theme.h"
#include "views/common/typescale.h"

#include <QApplication>
#include <QSet>
#include <QtTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr double TextContrast = 4.5; ///< WCAG 2.1 AA, 1.4.3
constexpr double SignContrast = 3.0; ///< WCAG 2.1 AA, 1.4.11

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

/// Colours and shapes of both palettes, by numbers.
class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreReadable_data() { bothPalettes(); }
    void textsAreReadable()
    {
        const QPalette palette = chosen();
        const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
            {QPalette::WindowText, QPalette::Window},
            {QPalette::Text, QPalette::Base},
            {QPalette::Text, QPalette::AlternateBase},
            {QPalette::ButtonText, QPalette::Button},
            {QPalette::ToolTipText, QPalette::ToolTipBase},
            {QPalette::HighlightedText, QPalette::Highlight},
            {QPalette::PlaceholderText, QPalette::Base},
            {QPalette::Link, QPalette::Base},
            {QPalette::Link, QPalette::Window}};
        for (const auto &[text, ground] : pairs)
            verify(palette.color(text), palette.color(ground), TextContrast);
        const QColor colours[] = {Colours::error(palette),      Colours::warning(palette),
                                  Colours::good(palette),       Colours::quiet(palette),
                                  Colours::jsonName(palette),   Colours::jsonString(palette),
                                  Colours::jsonNumber(palette), Colours::jsonWord(palette)};
        for (const QColor &colour : colours) {
            for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window})
                verify(colour, palette.color(ground), TextContrast);
        }
    }

    void signsBarsAndFocusAreSeen_data() { bothPalettes(); }
    void signsBarsAndFocusAreSeen()
    {
        const QPalette palette = chosen();
        for (int number = 0; number < 10; ++number)
            verify(Colours::series(number, palette), palette.color(QPalette::Base), SignContrast);
        for (const auto ground : {QPalette::Base, QPalette::Window})
            verify(palette.color(QPalette::Highlight), palette.color(ground), SignContrast);
    }

    void messagesAreReadableOnTheirTint_data() { bothPalettes(); }
    void messagesAreReadableOnTheirTint()
    {
        const QPalette palette = chosen();
        QWidget window;
        window.setPalette(palette);
        MessageStrip strip(&window);
        for (const auto kind :
             {MessageStrip::Kind::Information, MessageStrip::Kind::Warning, MessageStrip::Kind::Error}) {
            strip.show(kind, u"A sentence."_s);
            verify(strip.palette().color(QPalette::WindowText), strip.palette().color(QPalette::Window),
                   TextContrast);
        }
    }

    void outcomesAndOperationsDifferInShape()
    {
        QSet<Glyph> outcomes;
        for (const auto outcome : {Outcome::Success, Outcome::Failure, Outcome::Unknown})
            outcomes.insert(outcomeGlyph(outcome));
        QCOMPARE(outcomes.size(), 3);
        QSet<Glyph> operations;
        QList<QImage> pictures;
        for (int operation = 0; operation <= static_cast<int>(Operation::Other); ++operation) {
            const Glyph glyph = operationGlyph(static_cast<Operation>(operation));
            operations.insert(glyph);
            const QImage picture = Icons::pixmap(glyph, Qt::black, 16, 1).toImage();
            QVERIFY(!pictures.contains(picture));
            pictures.append(picture);
        }
        QCOMPARE(operations.size(), static_cast<int>(Operation::Other) + 1);
    }

    void layoutsThatSetNothingAreOnTheGrid()
    {
        applyAppearance(*qApp, Appearance::Light);
        QWidget window;
        auto *outer = new QVBoxLayout(&window);
        auto *inside = new QWidget;
        auto *inner = new QHBoxLayout(inside);
        outer->addWidget(inside);
        for (const QLayout *layout : {static_cast<QLayout *>(outer), static_cast<QLayout *>(inner)}) {
            QVERIFY(Spacing::isOnGrid(layout->spacing()));
            QVERIFY(Spacing::isOnGrid(layout->contentsMargins().left()));
            QVERIFY(Spacing::isOnGrid(layout->contentsMargins().top()));
        }
        QVERIFY(!Spacing::isOnGrid(6));
    }

    void theTypeScaleHasFiveSteps()
    {
        QFont body;
        body.setPointSizeF(10);
        QCOMPARE(textFont(TextStyle::Small, body).pointSizeF(), 9.0);
        QCOMPARE(textFont(TextStyle::Body, body), body);
        QCOMPARE(textFont(TextStyle::Strong, body).pointSizeF(), 10.0);
        QVERIFY(textFont(TextStyle::Strong, body).weight() > body.weight());
        QCOMPARE(textFont(TextStyle::Title, body).pointSizeF(), 12.5);
        QCOMPARE(textFont(TextStyle::Display, body).pointSizeF(), 20.0);
    }

private:
    static void bothPalettes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    static QPalette chosen()
    {
        const bool dark = *static_cast<bool *>(QTest::qData("dark", QMetaType::Bool));
        applyAppearance(*qApp, dark ? Appearance::Dark : Appearance::Light);
        return QApplication::palette();
    }
    static void verify(const QColor &colour, const QColor &ground, double least)
    {
        const double found = contrast(colour, ground);
        QVERIFY2(found >= least, qPrintable(u"%1 on %2: %3"_s.arg(colour.name(), ground.name()).arg(found)));
    }
};

TRAILGLASS_GUI_TEST(ThemeTest)
#include "tst_theme.moc"
