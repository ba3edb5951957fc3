// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/plainnesscheck.h"

#include "tests/gui/window/windowwalk.h"

#include <QAbstractButton>
#include <QAbstractItemDelegate>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QStyleOptionViewItem>
#include <QTabWidget>
#include <QTextEdit>
#include <QToolTip>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

constexpr int MaxTips = 40; // rows of a view: each field of an event is one
constexpr int MaxTipsOfMore = 10; // of a view with more rows, which are alike

/// NUL, marks of direction and overrides.
constexpr std::array<char16_t, 13> Moving{0,      0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C,
                                          0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069};

/// Whether a text has what moves or hides others.
bool movesText(const QString &text)
{
    return std::ranges::any_of(Moving, [&text](char16_t code) { return text.contains(QChar(code)); });
}

class Check
{
public:
    explicit Check(const QString &markup)
        : m_markup(markup)
    {
    }

    /// A text that its widget shows character for character.
    void plain(const QString &text, const QObject *place, const char *what)
    {
        if (movesText(text))
            note(text, place, what);
    }
    /// A text that its widget reads as markup when it looks like that.
    void guessed(const QString &text, const QObject *place, const char *what)
    {
        plain(text, place, what);
        if (Qt::mightBeRichText(text))
            rich(text, place, what);
    }
    void rich(const QString &text, const QObject *place, const char *what)
    {
        if (text.contains(m_markup))
            note(text, place, what);
    }

    void widget(QWidget *widget);
    [[nodiscard]] const QStringList &places() const { return m_places; }

private:
    void note(const QString &text, const QObject *place, const char *what)
    {
        m_places << QLatin1StringView(place->metaObject()->className()) + u' ' + place->objectName() + u' '
                + QLatin1StringView(what) + ": "_L1 + text.left(300);
    }
    void label(const QLabel &label);
    void action(const QAction &action);
    void tips(QAbstractItemView &view);

    QString m_markup;
    QStringList m_places;
};

void Check::label(const QLabel &label)
{
    if (label.textFormat() == Qt::PlainText)
        plain(label.text(), &label, "text");
    else if (label.textFormat() == Qt::AutoText)
        guessed(label.text(), &label, "text");
    else
        rich(label.text(), &label, "text");
}

void Check::action(const QAction &action)
{
    plain(action.text(), &action, "text");
    guessed(action.toolTip(), &action, "tool tip");
    plain(action.statusTip(), &action, "status tip");
}

/// As the reader gets them: a delegate may make them itself.
void Check::tips(QAbstractItemView &view)
{
    const QAbstractItemModel &model = *view.model();
    const int all = model.rowCount(view.rootIndex());
    const int rows = all <= MaxTips ? all : MaxTipsOfMore;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < model.columnCount(view.rootIndex()); ++column) {
            const QModelIndex index = model.index(row, column, view.rootIndex());
            const QRect place = view.visualRect(index);
            QHelpEvent event(QEvent::ToolTip, place.center(), view.viewport()->mapToGlobal(place.center()));
            QStyleOptionViewItem option;
            option.initFrom(&view);
            option.rect = place;
            view.itemDelegateForIndex(index)->helpEvent(&event, &view, option, index);
            guessed(QToolTip::text(), &view, "tool tip of a cell");
            QToolTip::hideText();
        }
    }
}

void Check::widget(QWidget *widget)
{
    guessed(widget->toolTip(), widget, "tool tip");
    plain(widget->accessibleName(), widget, "accessible name");
    for (const QAction *each : widget->actions())
        action(*each);
    if (const auto *text = qobject_cast<const QLabel *>(widget))
        label(*text);
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        plain(button->text(), button, "text");
    if (const auto *box = qobject_cast<const QGroupBox *>(widget))
        plain(box->title(), box, "title");
    if (const auto *bar = qobject_cast<const QStatusBar *>(widget))
        plain(bar->currentMessage(), bar, "message");
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        plain(text->toPlainText(), text, "text");
    if (const auto *text = qobject_cast<const QTextEdit *>(widget))
        rich(text->toHtml(), text, "text");
    if (const auto *menu = qobject_cast<const QMenu *>(widget))
        plain(menu->title(), menu, "title");
    if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
        for (int i = 0; i < combo->count(); ++i)
            plain(combo->itemText(i), combo, "entry");
    }
    auto *view = qobject_cast<QAbstractItemView *>(widget);
    if (!view || !view->model() || qobject_cast<const QHeaderView *>(widget))
        return;
    for (const QString &text : cellTexts(*view).shown)
        plain(text, view, "cell");
    if (view->isVisible())
        tips(*view);
}

} // namespace

QStringList placesThatAreNotPlain(const QString &markup)
{
    Check check(markup);
    for (const QPointer<QWidget> &widget : allWidgets()) {
        if (widget)
            check.widget(widget);
    }
    return check.places();
}

} // namespace Trailglass::Testing
