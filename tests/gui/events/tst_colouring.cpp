// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/rowcolouring.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/common/theme.h"
#include "views/events/colourrulesdialog.h"
#include "views/events/eventsview.h"
#include "views/events/rulecolours.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Colour rules as they are seen and edited.
class ColouringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void writesLegiblyOnEveryColour_data();
    void writesLegiblyOnEveryColour();
    void coloursRowsAfterTheyAreShown();
    void editsRules();
    void keepsABrokenRuleAndSaysWhatIsWrong();
    void cutsNoLongFilter();
    void hasAnEndOfRules();
    void noFilterWidensTheDialog();
    void beginsARuleWithTheCurrentFilter();
    void saysWhyTheCurrentFilterIsNoRule();

private:
    template <class T>
    T *find(const QString &name)
    {
        return m_dialog->findChild<T *>(name);
    }
    void openDialog(const QList<ColourRule> &rules)
    {
        const auto check = [](const QString &filter) {
            return filter.contains(u'(') ? u"A parenthesis is not closed."_s : QString();
        };
        m_dialog = new ColourRulesDialog(rules, check);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    void click(const QString &name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void accept()
    {
        QTest::mouseClick(find<QDialogButtonBox>(QString())->button(QDialogButtonBox::Ok), Qt::LeftButton);
    }

    QPointer<ColourRulesDialog> m_dialog;
};

namespace {

/// \source WCAG 2.2, relative luminance
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

} // namespace

void ColouringTest::cleanup()
{
    delete m_dialog;
}

void ColouringTest::writesLegiblyOnEveryColour_data()
{
    QTest::addColumn<Appearance>("appearance");
    QTest::newRow("light") << Appearance::Light;
    QTest::newRow("dark") << Appearance::Dark;
}

void ColouringTest::writesLegiblyOnEveryColour()
{
    QFETCH(const Appearance, appearance);
    applyAppearance(appearance);
    const QPalette palette = QApplication::palette();
    const auto isLegible = [](const QColor &ground, const QColor &colour, double least, int which) {
        const double reached = contrast(ground, colour);
        return reached >= least
            ? QString()
            : u"%1 on %2 (colour %3): %4"_s.arg(colour.name(), ground.name()).arg(which).arg(reached);
    };
    QList<QColor> grounds{Colours::found(palette)};
    for (int colour = 0; colour < RuleColours; ++colour)
        grounds += ruleGround(colour, palette);
    for (int ground = 0; ground < grounds.size(); ++ground) {
        for (const QColor &text : {palette.color(QPalette::Text), Colours::quiet(palette),
                                   Colours::good(palette), Colours::error(palette)}) {
            const bool isQuiet = ground == 0 && text != palette.color(QPalette::Text);
            const QString problem = isLegible(grounds[ground], text, isQuiet ? 3 : 4.5, ground);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
        for (int sign = 0; sign < 9; ++sign) {
            const QString problem = isLegible(grounds[ground], Colours::series(sign, palette), 2.5, ground);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    }
}

void ColouringTest::coloursRowsAfterTheyAreShown()
{
    applyAppearance(Appearance::Light);
    ScriptedFetcher pages;
    pages.serveAutomatically();
    ScriptedFetcher rulePages;
    RowColouring colouring(rulePages);
    EventsView view(pages);
    view.model().setColouring(&colouring);
    colouring.setRules({{u"Failures"_s, u"outcome:failure"_s, 5, true}}, {},
                       [](const QString &) { return std::optional<QString>(); });
    view.resize(800, 400);
    view.setResult(newestFirst(300), false);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QTRY_VERIFY(view.model().record(2)); // shown, although no rule is known yet
    const auto *table = view.findChild<EventTable *>(u"eventTable"_s);
    const auto ground = [&view, table](int row) {
        const QRect cell = table->visualRect(view.model().index(row, 1));
        return table->viewport()->grab().toImage().pixelColor(cell.right() - 2, cell.top() + 2);
    };
    QVERIFY(ground(2) != ruleGround(5, view.palette()));

    QTRY_VERIFY(rulePages.waiting() > 0);
    rulePages.serveAll();

    QTRY_COMPARE(ground(2), ruleGround(5, view.palette()));
    QVERIFY(ground(0) != ruleGround(5, view.palette()));
    QVERIFY(view.model().index(2, 0).data(Qt::AccessibleTextRole).toString().endsWith(u", Failures"_s));
    view.model().setColouring(nullptr);
    QVERIFY(ground(2) != ruleGround(5, view.palette()));
}

void ColouringTest::editsRules()
{
    openDialog({{u"one"_s, u"op:auth"_s, 1, true}, {u"two"_s, u"op:grant"_s, 2, true}});
    QList<ColourRule> chosen;
    connect(m_dialog, &ColourRulesDialog::chosen, this,
            [&chosen](const QList<ColourRule> &rules) { chosen = rules; });
    auto *list = find<QListWidget>(u"ruleList"_s);
    QCOMPARE(list->count(), 2);

    list->item(1)->setCheckState(Qt::Unchecked);
    click(u"addRule"_s);
    QTest::keyClicks(find<QLineEdit>(u"ruleFilter"_s), u"outcome:failure"_s);
    QVERIFY(list->item(2)->text().startsWith(u"outcome:failure"_s)); // until it is named
    auto *name = find<QLineEdit>(u"ruleName"_s);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"three"_s);
    auto *colour = find<QComboBox>(u"ruleColour"_s);
    QCOMPARE(colour->count(), RuleColours);
    QTest::keyClick(colour, Qt::Key_Home);
    click(u"moveRuleUp"_s);
    click(u"moveRuleUp"_s);
    QVERIFY(!find<QPushButton>(u"moveRuleUp"_s)->isEnabled());
    list->setCurrentRow(1);
    click(u"removeRule"_s);
    accept();

    QCOMPARE(chosen,
             (QList<ColourRule>{{u"three"_s, u"outcome:failure"_s, 0, true},
                                {u"two"_s, u"op:grant"_s, 2, false}}));
}

void ColouringTest::keepsABrokenRuleAndSaysWhatIsWrong()
{
    openDialog({{u"one"_s, u"op:auth"_s, 1, true}, {u"broken"_s, u"("_s, 2, true}});
    auto *list = find<QListWidget>(u"ruleList"_s);
    const auto *problem = find<QLabel>(u"ruleProblem"_s);
    QCOMPARE(list->item(1)->text(), u"broken (ignored)"_s);
    QCOMPARE(problem->text(), QString());

    list->setCurrentRow(1);
    QCOMPARE(problem->text(), u"A parenthesis is not closed."_s);
    QTest::keyClick(find<QLineEdit>(u"ruleFilter"_s), Qt::Key_Backspace);
    QTest::keyClicks(find<QLineEdit>(u"ruleFilter"_s), u"x"_s);
    QCOMPARE(problem->text(), QString());
    QCOMPARE(list->item(1)->text(), u"broken"_s);
    QTest::keyClicks(find<QLineEdit>(u"ruleFilter"_s), u"("_s);
    QSignalSpy chosen(m_dialog, &ColourRulesDialog::chosen);
    accept();
    QCOMPARE(chosen.size(), 1);
}

void ColouringTest::cutsNoLongFilter()
{
    const QString filter = u"op:"_s + QString(30'000, u'x');
    openDialog({{QString(), filter, 1, true}});
    QCOMPARE_LT(find<QListWidget>(u"ruleList"_s)->item(0)->text().size(), 300);
    QTest::keyClick(find<QLineEdit>(u"ruleFilter"_s), Qt::Key_End);
    QTest::keyClicks(find<QLineEdit>(u"ruleFilter"_s), u"y"_s);
    QCOMPARE(m_dialog->rules().first().filter, QString(filter + u'y'));
}

void ColouringTest::hasAnEndOfRules()
{
    openDialog(QList<ColourRule>(MaxColourRules, {u"x"_s, u"x"_s, 0, true}));
    QVERIFY(!find<QPushButton>(u"addRule"_s)->isEnabled());
    click(u"removeRule"_s);
    QVERIFY(find<QPushButton>(u"addRule"_s)->isEnabled());
}

void ColouringTest::noFilterWidensTheDialog()
{
    const auto quote = [](const QString &filter) {
        return filter.isEmpty() ? QString() : u"Wrong: “%1”"_s.arg(filter);
    };
    m_dialog =
        new ColourRulesDialog({{u"one"_s, {}, 1, true}, {u"two"_s, QString(9'000, u'W'), 2, true}}, quote);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    const int width = m_dialog->minimumSizeHint().width();

    find<QListWidget>(u"ruleList"_s)->setCurrentRow(1);

    QVERIFY(find<QLabel>(u"ruleProblem"_s)->text().startsWith(u"Wrong: “WWW"_s));
    QCOMPARE(m_dialog->minimumSizeHint().width(), width);
}

void ColouringTest::beginsARuleWithTheCurrentFilter()
{
    openDialog({{u"one"_s, u"op:grant"_s, 0, true}});
    auto *button = find<QPushButton>(u"addRuleFromFilter"_s);
    QVERIFY(!button->isVisible()); // nobody has said which it is
    m_dialog->offerFilter(u"op:auth"_s, {});
    QVERIFY(button->isVisible() && button->isEnabled());

    button->click();

    QCOMPARE(find<QListWidget>(u"ruleList"_s)->currentRow(), 1);
    QCOMPARE(find<QLineEdit>(u"ruleFilter"_s)->text(), u"op:auth"_s);
    QCOMPARE(m_dialog->rules(),
             (QList<ColourRule>{{u"one"_s, u"op:grant"_s, 0, true}, {QString(), u"op:auth"_s, 1, true}}));
}

void ColouringTest::saysWhyTheCurrentFilterIsNoRule()
{
    openDialog(QList<ColourRule>(MaxColourRules, {u"x"_s, u"x"_s, 0, true}));
    const auto *button = find<QPushButton>(u"addRuleFromFilter"_s);
    m_dialog->offerFilter(u"op:auth"_s, {});
    QVERIFY(!button->isEnabled());
    QVERIFY2(button->toolTip().contains(QString::number(MaxColourRules)), qPrintable(button->toolTip()));
    click(u"removeRule"_s);
    QVERIFY(button->isEnabled());
    QVERIFY(button->accessibleDescription().isEmpty());

    m_dialog->offerFilter(u"<b>("_s, u"“<b>(” is not closed."_s);

    QVERIFY(!button->isEnabled());
    QVERIFY2(button->toolTip().contains(u"is not closed"_s) && !button->toolTip().contains(u"<b>"_s),
             qPrintable(button->toolTip()));
    QCOMPARE(button->accessibleDescription(), u"“<b>(” is not closed."_s);
}

TRAILGLASS_GUI_TEST(ColouringTest)
#include "tst_colouring.moc"
