// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/emptystate.h"
#include "views/common/textcolour.h"
#include "views/common/theme.h"
#include "views/events/colourrulesdialog.h"
#include "views/events/columnsdialog.h"
#include "views/events/gototimedialog.h"
#include "views/events/neweventspill.h"
#include "views/filters/facetchooser.h"
#include "views/presets/presetdialog.h"
#include "views/presets/presetnamedialog.h"
#include "views/sources/coveragedialog.h"
#include "views/sources/firstrunpage.h"
#include "views/sources/sourcedialog.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// The widgets get it in a turn of the event loop.
void use(Appearance appearance)
{
    applyAppearance(appearance);
    QCoreApplication::sendPostedEvents();
}

QColor colourOf(const QLabel &label)
{
    return label.palette().color(QPalette::WindowText);
}

// A widget each, with something in it that has a colour of its own.

QWidget *goToTime()
{
    auto *dialog = new GoToTimeDialog;
    dialog->setProblem(u"That is no time."_s);
    return dialog;
}

QWidget *colourRules()
{
    const auto check = [](const QString &filter) {
        return filter.contains(u'(') ? u"A parenthesis is not closed."_s : QString();
    };
    return new ColourRulesDialog({{u"broken"_s, u"op:("_s, 0, true}, {u"good"_s, u"op:auth"_s, 3, true}},
                                 check);
}

QWidget *columns()
{
    auto *dialog = new ColumnsDialog(defaultColumns());
    dialog->findChild<QLineEdit *>(u"columnPath"_s)->setText(u"actr"_s);
    dialog->findChild<QPushButton *>(u"addColumn"_s)->click();
    return dialog;
}

QWidget *groupChooser()
{
    auto *dialog = new FacetChooser({Field::Actor}, nullptr);
    dialog->setPaths({});
    dialog->findChild<QLineEdit *>(u"facetField"_s)->setText(u"chanel"_s);
    dialog->findChild<QPushButton *>(u"addFacet"_s)->click();
    return dialog;
}

QWidget *presetName()
{
    return new PresetNameDialog({u"mine"_s, u"op:auth"_s}, {});
}

QWidget *presets()
{
    auto *dialog = new PresetDialog;
    dialog->setPresets({{u"mine"_s, u"op:auth"_s}, {u"night"_s, u"hour:22"_s}});
    dialog->findChild<QLineEdit *>(u"presetName"_s)->setText(u"night"_s);
    return dialog;
}

QWidget *coverage()
{
    SourceCoverage source;
    source.source = u"work"_s;
    source.intervals.push_back({{UtcMicros{0}, UtcMicros{UtcMicros::PerHour}}, false});
    auto *dialog = new CoverageDialog(QTimeZone::utc(), nullptr);
    dialog->setCoverage({source});
    return dialog;
}

QWidget *sourceForm()
{
    auto *dialog = new SourceDialog;
    dialog->findChild<QAbstractButton *>(u"sourceType_asana"_s)->click();
    return dialog;
}

QWidget *emptyPlace()
{
    auto *empty = new EmptyState;
    empty->show(Glyph::Filter, u"No event matches"_s, u"Broaden the filter."_s);
    return empty;
}

QWidget *firstRun()
{
    return new FirstRunPage;
}

QWidget *newEvents()
{
    auto *around = new QWidget;
    around->resize(300, 60);
    (new NewEventsPill(around))->offer(u"3 new events"_s, {});
    return around;
}

struct Place
{
    const char *name;
    QWidget *(*make)();
};
constexpr std::array Places{Place{"go to time", goToTime},
                            Place{"colour rules", colourRules},
                            Place{"columns", columns},
                            Place{"chooser of groups", groupChooser},
                            Place{"name of a preset", presetName},
                            Place{"presets", presets},
                            Place{"coverage", coverage},
                            Place{"form of a source", sourceForm},
                            Place{"empty place", emptyPlace},
                            Place{"first page", firstRun},
                            Place{"new events", newEvents}};

} // namespace

/// Colours that follow the appearance of the program.
class TextColourTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { use(Appearance::Light); }

    void followsThePaletteAroundTheLabel()
    {
        use(Appearance::Light);
        QWidget window;
        auto *label = new QLabel(&window);
        TextColour::set(*label, TextMeaning::Quiet);
        for (const auto appearance : {Appearance::Dark, Appearance::Light, Appearance::Dark}) {
            use(appearance);
            QCOMPARE(colourOf(*label), Colours::quiet(window.palette()));
        }
        TextColour::set(*label, TextMeaning::Error);
        QCOMPARE(colourOf(*label), Colours::error(window.palette()));
        use(Appearance::Light);
        QCOMPARE(colourOf(*label), Colours::error(window.palette()));
        TextColour::set(*label, TextMeaning::Ordinary);
        QCOMPARE(colourOf(*label), window.palette().color(QPalette::WindowText));
        use(Appearance::Dark);
        QCOMPARE(colourOf(*label), window.palette().color(QPalette::WindowText));
    }

    void aLabelThatIsPutSomewhereElseHasTheColourOfThere()
    {
        use(Appearance::Light);
        auto *label = new QLabel;
        TextColour::set(*label, TextMeaning::Quiet);
        QWidget window;
        QPalette dark = window.palette();
        dark.setColor(QPalette::Window, Qt::black);
        dark.setColor(QPalette::WindowText, Qt::white);
        window.setPalette(dark);
        label->setParent(&window);
        QCOMPARE(colourOf(*label), Colours::quiet(dark));
    }

    void whatIsOpenLooksAsIfItWasOpenedAfterwards_data()
    {
        QTest::addColumn<int>("place");
        for (std::size_t place = 0; place < Places.size(); ++place)
            QTest::newRow(Places[place].name) << static_cast<int>(place);
    }
    void whatIsOpenLooksAsIfItWasOpenedAfterwards()
    {
        QFETCH(const int, place);
        const auto make = Places[static_cast<std::size_t>(place)].make;
        for (const auto &[before, after] : {std::pair(Appearance::Light, Appearance::Dark),
                                            std::pair(Appearance::Dark, Appearance::Light)}) {
            use(before);
            const std::unique_ptr<QWidget> opened(make());
            const QImage other = picture(*opened);
            use(after);
            const std::unique_ptr<QWidget> afterwards(make());
            QVERIFY(picture(*opened) != other);
            QCOMPARE(picture(*opened), picture(*afterwards));
        }
    }

private:
    /// Not shown, so that no cursor blinks in it.
    /// The second one: lists lay themselves out for the first.
    static QImage picture(QWidget &widget)
    {
        widget.grab();
        return widget.grab().toImage();
    }
};

TRAILGLASS_GUI_TEST(TextColourTest)
#include "tst_textcolour.moc"
