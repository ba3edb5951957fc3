// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/events/eventactions.h"
#include "views/filters/facetrowmenu.h"
#include "views/histogram/histogrammenu.h"
#include "views/inspector/valueactions.h"

#include <QListWidget>
#include <QtTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// The menus of the table, the facets, the inspector and the histogram, side by side.
class ValueWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void eachMenuSaysTheSameOfAValue_data();
    void eachMenuSaysTheSameOfAValue();
    void eachMenuHasTheSameOrder_data();
    void eachMenuHasTheSameOrder();
    void noTwoEntriesHaveOneMnemonic_data();
    void noTwoEntriesHaveOneMnemonic();

private:
    enum Place
    {
        Table,
        Facets,
        Inspector,
        Histogram
    };
    static void addPlaces();
    [[nodiscard]] QStringList textsOf(Place place) const;
    /// Empty where the menu has no such action.
    [[nodiscard]] QString textOf(Place place, const QString &name) const;

    std::unique_ptr<QWidget> m_owner;
    QHash<Place, QList<QAction *>> m_actions;
};

void ValueWordsTest::init()
{
    m_owner = std::make_unique<QWidget>();
    const EventActions events(m_owner.get());
    QMenu *menu = events.cellMenu(m_owner.get(), new QMenu(u"Mar&k"_s, m_owner.get()),
                                  new QMenu(u"Ta&ble"_s, m_owner.get()));
    m_actions[Table] = menu->actions();
    m_actions[Facets] = (new FacetRowMenu(Qt::Unchecked, u"Actor"_s, m_owner.get()))->actions();
    auto *list = new QListWidget(m_owner.get());
    new ValueActions(list, [] { return InspectedValue(); });
    m_actions[Inspector] = list->actions();
    auto *histogram = new HistogramMenu(m_owner.get());
    histogram->addInterval(u"created:2026"_s);
    histogram->addValue("this value"); // which it names
    m_actions[Histogram] = histogram->actions();
}

void ValueWordsTest::cleanup()
{
    m_actions.clear();
    m_owner.reset();
}

QStringList ValueWordsTest::textsOf(Place place) const
{
    QStringList texts;
    for (const QAction *action : m_actions[place]) {
        if (!action->isSeparator() && !action->text().isEmpty())
            texts += action->text();
    }
    return texts;
}

QString ValueWordsTest::textOf(Place place, const QString &name) const
{
    const auto actions = m_actions[place];
    const auto found =
        std::ranges::find(actions, name, [](const QAction *each) { return each->objectName(); });
    return found == actions.end() ? QString() : (*found)->text();
}

void ValueWordsTest::eachMenuSaysTheSameOfAValue_data()
{
    QTest::addColumn<QStringList>("names"); // in the order of Place; empty where it is not offered
    QTest::addColumn<QString>("text");
    QTest::newRow("only") << QStringList{u"onlyThis"_s, u"facetOnly"_s, u"onlyValue"_s, u"histogramOnly"_s}
                          << u"&Only this value"_s;
    QTest::newRow("include") << QStringList{u"include"_s, u"facetInclude"_s, u"includeValue"_s,
                                            u"histogramInclude"_s}
                             << u"&Include this value"_s;
    QTest::newRow("exclude") << QStringList{u"exclude"_s, u"facetExclude"_s, u"excludeValue"_s,
                                            u"histogramExclude"_s}
                             << u"&Exclude this value"_s;
    QTest::newRow("copy") << QStringList{u"copyValue"_s, u"facetCopy"_s, u"copyValue"_s, QString()}
                          << u"Copy &value"_s;
    QTest::newRow("copy as a term") << QStringList{u"copyTerm"_s, u"facetCopyTerm"_s, u"copyFilter"_s,
                                                   QString()}
                                    << u"Copy as &field:value"_s;
    // A cell of the table is in a column.
    QTest::newRow("add as column") << QStringList{QString(), u"facetColumn"_s, u"addColumn"_s,
                                                  u"histogramColumn"_s}
                                   << u"&Add as column"_s;
}

void ValueWordsTest::eachMenuSaysTheSameOfAValue()
{
    QFETCH(const QStringList, names);
    QFETCH(const QString, text);
    for (const Place place : {Table, Facets, Inspector, Histogram}) {
        if (!names[place].isEmpty())
            QCOMPARE(textOf(place, names[place]), text);
    }
}

void ValueWordsTest::addPlaces()
{
    QTest::addColumn<int>("place");
    QTest::newRow("table") << int(Table);
    QTest::newRow("facets") << int(Facets);
    QTest::newRow("inspector") << int(Inspector);
    QTest::newRow("histogram") << int(Histogram);
}

void ValueWordsTest::eachMenuHasTheSameOrder_data()
{
    addPlaces();
}

void ValueWordsTest::eachMenuHasTheSameOrder()
{
    QFETCH(const int, place);
    const QStringList texts = textsOf(static_cast<Place>(place));
    const qsizetype only = texts.indexOf(u"&Only this value"_s);
    QVERIFY(only >= 0);
    QCOMPARE(texts.mid(only, 3),
             QStringList({u"&Only this value"_s, u"&Include this value"_s, u"&Exclude this value"_s}));
}

void ValueWordsTest::noTwoEntriesHaveOneMnemonic_data()
{
    addPlaces();
}

void ValueWordsTest::noTwoEntriesHaveOneMnemonic()
{
    QFETCH(const int, place);
    QStringList used;
    for (const QString &text : textsOf(static_cast<Place>(place))) {
        const QString key = QKeySequence::mnemonic(text).toString();
        QVERIFY2(key.isEmpty() || !used.contains(key), qPrintable(text));
        used += key;
    }
}

TRAILGLASS_GUI_TEST(ValueWordsTest)
#include "tst_valuewords.moc"
