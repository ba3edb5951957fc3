// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reportstyle.h"
#include "tests/runner/testclass.h"
#include "views/common/icons.h"
#include "views/common/messagestrip.h"
#include "views/common/rowlist.h"
#include "views/common/signs.h"
#include "views/common/spacing.h"
#include "views/common/theme.h"
#include "views/common/typescale.h"
#include "views/events/rulecolours.h"
#include "views/report/reportpaper.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSet>
#include <QSpinBox>
#include <QStyleOptionFocusRect>
#include <QStyleOptionHeader>
#include <QTableWidget>
#include <QToolButton>
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

    /// A report has to be read on paper without colours, too: its shades differ, and the hues are the window's.
    void outcomesHaveTheSameHuesInReports()
    {
        using ReportPaper::Ink;
        applyAppearance(Appearance::Light);
        const QPalette palette = QApplication::palette();
        const QColor failure = ReportPaper::colour(Ink::Failure);
        const QColor success = ReportPaper::colour(Ink::Success);
        const QColor unknown = ReportPaper::colour(Ink::Unknown);
        QVERIFY(qAbs(failure.hsvHue() - Colours::outcome(Outcome::Failure, palette).hsvHue()) <= 2);
        QVERIFY(qAbs(success.hsvHue() - Colours::outcome(Outcome::Success, palette).hsvHue()) <= 2);
        constexpr double BesideOneAnother = 1.5;
        verify(failure, success, BesideOneAnother);
        verify(success, unknown, BesideOneAnother);
        verify(failure, unknown, BesideOneAnother);
        for (const QColor &colour : {failure, success, unknown})
            QVERIFY2(reportStyleSheet().contains(colour.name().toLatin1()), qPrintable(colour.name()));
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

    /// Of buttons, tabs, boxes and cells; on every ground that one of them has.
    void theFrameOfTheKeyboardIsSeen_data() { bothPalettes(); }
    void theFrameOfTheKeyboardIsSeen()
    {
        const QPalette palette = chosen();
        for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window, QPalette::Button,
                                  QPalette::Highlight}) {
            QImage picture(60, 24, QImage::Format_RGB32);
            picture.fill(palette.color(ground));
            QStyleOptionFocusRect option;
            option.rect = picture.rect();
            option.palette = palette;
            option.state = QStyle::State_Enabled | QStyle::State_KeyboardFocusChange;
            option.backgroundColor = palette.color(ground);
            QPainter painter(&picture);
            QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter);
            painter.end();
            verify(picture.pixelColor(30, 0), palette.color(ground), SignContrast);
            QCOMPARE(picture.pixelColor(30, 12), palette.color(ground)); // nothing over what stands in it
            if (ground != QPalette::Highlight)
                QCOMPARE(picture.pixelColor(30, 1), picture.pixelColor(30, 0)); // two pixels wide
        }
    }

    void textsThatTakeTheKeyboardShowIt_data() { bothPalettes(); }
    void textsThatTakeTheKeyboardShowIt()
    {
        const QPalette palette = chosen();
        QWidget window;
        QLineEdit line(&window);
        QPlainTextEdit text(&window);
        text.setReadOnly(true);
        line.setGeometry(10, 10, 100, 26);
        text.setGeometry(10, 50, 100, 60);
        window.resize(120, 120);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (QWidget *widget : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&text)}) {
            widget->setFocus();
            QTRY_VERIFY(widget->hasFocus());
            const QImage picture = widget->grab().toImage();
            for (const auto ground : {QPalette::Base, QPalette::Window})
                verify(picture.pixelColor(0, picture.height() / 2), palette.color(ground), SignContrast);
        }
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

    /// Fusion draws it darker than the ground, which on a dark one is nothing.
    void inputsHaveAnEdgeOnADarkGround()
    {
        applyAppearance(Appearance::Dark);
        QLineEdit line;
        QSpinBox number;
        QComboBox choice;
        choice.setEditable(true);
        for (QWidget *input : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&number),
                               static_cast<QWidget *>(&choice)}) {
            input->resize(120, 24);
            const QImage picture = input->grab().toImage();
            for (const auto ground : {QPalette::Window, QPalette::Base})
                verify(picture.pixelColor(0, picture.height() / 2), input->palette().color(ground),
                       SignContrast);
        }
    }

    void buttonsOfDocksAreSeen_data() { bothPalettes(); }
    void buttonsOfDocksAreSeen()
    {
        const QPalette palette = chosen();
        QMainWindow window;
        auto *dock = new QDockWidget(u"Filters"_s, &window);
        window.addDockWidget(Qt::LeftDockWidgetArea, dock);
        for (const QString &name : {u"qt_dockwidget_closebutton"_s, u"qt_dockwidget_floatbutton"_s}) {
            const auto *button = dock->findChild<QAbstractButton *>(name);
            QVERIFY(button);
            const QImage sign = button->icon().pixmap(16).toImage();
            QColor strongest(Qt::transparent);
            for (int x = 0; x < sign.width(); ++x) {
                for (int y = 0; y < sign.height(); ++y) {
                    if (sign.pixelColor(x, y).alpha() > strongest.alpha())
                        strongest = sign.pixelColor(x, y);
                }
            }
            QVERIFY(strongest.alpha() > 200);
            verify(strongest, palette.color(QPalette::Window), SignContrast);
        }
    }

    void rowsOfListsAreHigherThanTheirTexts()
    {
        applyAppearance(Appearance::Light);
        QListWidget list;
        list.addItem(u"op:auth"_s);
        QVERIFY(list.sizeHintForRow(0) >= list.fontMetrics().height() + Spacing::Tight);
        QTableWidget table(1, 2);
        setUpRowList(table);
        const QStyle *style = table.style();
        QCOMPARE(style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &table) + 1, Spacing::Normal);
        QStyleOptionHeader title;
        title.rect = QRect(0, 0, 100, 20);
        const QWidget *header = table.horizontalHeader();
        QCOMPARE(style->subElementRect(QStyle::SE_HeaderLabel, &title, header).left(), Spacing::Normal);
    }

    void theArrowOfAMenuButtonIsInItsMiddle()
    {
        applyAppearance(Appearance::Light);
        QMenu menu;
        QToolButton plain;
        QToolButton withMenu;
        withMenu.setMenu(&menu);
        withMenu.setPopupMode(QToolButton::InstantPopup);
        for (QToolButton *button : {&plain, &withMenu})
            button->resize(80, 40);
        const QImage without = plain.grab().toImage();
        const QImage with = withMenu.grab().toImage();
        int top = with.height();
        int bottom = -1;
        for (int y = 0; y < with.height(); ++y) {
            for (int x = 0; x < with.width(); ++x) {
                if (with.pixelColor(x, y) != without.pixelColor(x, y)) {
                    top = std::min(top, y);
                    bottom = std::max(bottom, y);
                }
            }
        }
        QVERIFY(bottom >= top);
        QVERIFY2(std::abs(top + bottom - with.height()) <= 6,
                 qPrintable(u"from %1 to %2"_s.arg(top).arg(bottom)));
    }

    void colourSwatchesAreNotTinted()
    {
        applyAppearance(Appearance::Light);
        const QPalette palette = QApplication::palette();
        const QIcon swatch = ruleColourIcon(0, palette);
        for (const auto mode : {QIcon::Normal, QIcon::Selected})
            QCOMPARE(swatch.pixmap(16, mode).toImage().pixelColor(8, 8), ruleGround(0, palette));
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
        applyAppearance(Appearance::Light);
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
        applyAppearance(dark ? Appearance::Dark : Appearance::Light);
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
