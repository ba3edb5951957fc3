// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/filters/facetview.h"

#include <QContextMenuEvent>
#include <QMap>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

/// The filter pane in the real window, over the demo data.
class FacetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(10);
        open();
    }
    void cleanup() { m_stage.reset(); }

    void countsFollowWhatIsTyped()
    {
        const auto all = counts(u"outcome"_s);
        QTest::keyClicks(m_edit, u"op:auth"_s); // and no Enter
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"outcome"_s) != all, WindowStage::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->shownCount().startsWith(sumOf(u"outcome"_s)),
                                 WindowStage::Patience);
        const auto some = counts(u"outcome"_s);
        QTest::keyClicks(m_edit, u",create"_s);
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"outcome"_s) != some, WindowStage::Patience);
        m_edit->clear();
        QTRY_COMPARE_WITH_TIMEOUT(counts(u"outcome"_s), all, WindowStage::Patience);
    }

    void siblingsOfAChosenValueKeepTheirCounts()
    {
        const auto operations = counts(u"op"_s);
        const auto outcomes = counts(u"outcome"_s);
        const QString first = click(u"op"_s, 0);
        QCOMPARE(m_edit->text(), u"op:"_s + first);
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"outcome"_s) != outcomes, WindowStage::Patience);
        QCOMPARE(counts(u"op"_s), operations);
        const QString second = click(u"op"_s, 1);
        QCOMPARE(m_edit->text(), u"op:%1,%2"_s.arg(first, second));
        const QString count = QLocale().toString(operations.value(first) + operations.value(second));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->shownCount().startsWith(count + u' '), WindowStage::Patience);
        QCOMPARE(counts(u"op"_s), operations);
    }

    void altClickExcludes()
    {
        const auto operations = counts(u"op"_s);
        const QString value = click(u"op"_s, 0, Qt::AltModifier);
        QCOMPARE(m_edit->text(), u"-op:"_s + value);
        const QString count = QLocale().toString(All - operations.value(value));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->shownCount().startsWith(count + u' '), WindowStage::Patience);
        QCOMPARE(counts(u"op"_s), operations);
    }

    void onlyThisTakesThePlaceOfOthers()
    {
        click(u"op"_s, 0);
        click(u"op"_s, 1, Qt::AltModifier);
        view(u"op"_s)->setCurrentIndex(view(u"op"_s)->model()->index(2, 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(view(u"op"_s)->viewport(), &event);
        m_stage->find<QAction>(u"facetOnly"_s)->trigger();
        m_stage->find<QMenu>(u"facetMenu"_s)->close();
        QCOMPARE(m_edit->text(), u"op:"_s + view(u"op"_s)->model()->index(2, 0).data().toString());
    }

    void openGroupsAreRemembered()
    {
        const auto heading = [this](const QString &field) {
            return group(field)->findChild<QToolButton *>(u"facetHeading"_s);
        };
        heading(u"ip"_s)->click();
        heading(u"source"_s)->click();
        open();
        QCOMPARE(heading(u"ip"_s)->arrowType(), Qt::DownArrow);
        QCOMPARE(heading(u"source"_s)->arrowType(), Qt::RightArrow);
        QCOMPARE(heading(u"op"_s)->arrowType(), Qt::DownArrow);
    }

private:
    static constexpr int All = 6370;

    void open()
    {
        Options options;
        options.demo = true;
        m_stage->open(options);
        QVERIFY(m_stage->shows(u"%1 of %1 events"_s.arg(QLocale().toString(All))));
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"op"_s).size() > 3, WindowStage::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"outcome"_s).size() > 1, WindowStage::Patience);
        m_edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
    }
    [[nodiscard]] QWidget *group(const QString &field) { return m_stage->find<QWidget>("facet."_L1 + field); }
    [[nodiscard]] FacetView *view(const QString &field)
    {
        return group(field)->findChild<FacetView *>(u"facetValues"_s);
    }
    [[nodiscard]] QMap<QString, int> counts(const QString &field)
    {
        QMap<QString, int> counts;
        const QAbstractItemModel &model = *view(field)->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            counts.insert(model.index(row, 0).data().toString(),
                          QLocale().toInt(model.index(row, 1).data().toString()));
        }
        return counts;
    }
    [[nodiscard]] QString sumOf(const QString &field)
    {
        const auto values = counts(field).values();
        return QLocale().toString(std::accumulate(values.begin(), values.end(), 0)) + u' ';
    }
    /// \returns the value
    QString click(const QString &field, int row, Qt::KeyboardModifiers modifiers = {})
    {
        FacetView *values = view(field);
        const QModelIndex index = values->model()->index(row, 0);
        QTest::mouseClick(values->viewport(), Qt::LeftButton, modifiers, values->visualRect(index).center());
        return index.data().toString();
    }

    std::unique_ptr<WindowStage> m_stage;
    QLineEdit *m_edit = nullptr;
};

} // namespace Trailglass::Testing

TRAILGLASS_GUI_TEST(Trailglass::Testing::FacetsTest)
#include "tst_facets.moc"
