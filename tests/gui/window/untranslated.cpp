// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/untranslated.h"

#include "models/core/field.h"
#include "models/core/text.h"
#include "models/sources/source.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/translations/pseudolocale.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSet>
#include <QStatusBar>
#include <QTabBar>
#include <QTableWidget>
#include <QTextDocument>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

/// Qt's own parts of a widget, which Qt's translations name.
bool isQtsOwn(const QWidget *widget)
{
    for (const QWidget *each = widget; each; each = each->parentWidget()) {
        if (each->objectName().startsWith(u"qt_"_s))
            return true;
    }
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const auto *box =
        widget->parentWidget() ? qobject_cast<const QDialogButtonBox *>(widget->parentWidget()) : nullptr;
    return button && box
        && box->standardButton(const_cast<QAbstractButton *>(button)) != QDialogButtonBox::NoButton;
}

bool isKeySequence(const QString &text)
{
    return QKeySequence(text, QKeySequence::NativeText).toString(QKeySequence::NativeText) == text;
}

/// The same in every language: names of the program and of vendors, field names, time zones.
bool isName(const QString &word)
{
    static const QSet<QString> vendors = [] {
        QSet<QString> names;
        for (const Source *source : allSources())
            names << source->type().displayName;
        return names;
    }();
    return word == u"Trailglass"_s || vendors.contains(word) || fieldFromName(word.toStdString()).has_value()
        || QTimeZone::isTimeZoneIdAvailable(word.toLatin1());
}

/// Without markup, without paths into JSON and of folders (also with their beginning elided), and without a shortcut in
/// parentheses, which are no words.
QString plainText(QString text)
{
    static const QRegularExpression markup(u"<[^>]*>"_s);
    if (Qt::mightBeRichText(text))
        text.remove(markup);
    static const QRegularExpression path(u"@[A-Za-z0-9_.]+"_s);
    text.remove(path);
    static const QRegularExpression folder(u"^[~/…]\\S*$"_s);
    text.remove(folder);
    static const QRegularExpression parentheses(u"\\(([^()]+)\\)$"_s);
    const auto found = parentheses.match(text);
    if (found.hasMatch() && isKeySequence(found.captured(1)))
        text.truncate(found.capturedStart());
    return text;
}

class Check
{
public:
    void collectData(const QWidget *widget);
    void widget(const QWidget *widget);
    [[nodiscard]] const QStringList &places() const { return m_places; }

private:
    void text(const QString &text, const QObject *place, const char *what);
    void action(const QAction &action);

    QSet<QString> m_data; ///< words
    QStringList m_places;
};

void Check::collectData(const QWidget *widget)
{
    const auto add = [this](const QString &text) {
        const QStringList words = latinWords(text);
        m_data.unite({words.cbegin(), words.cend()});
    };
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        view && !qobject_cast<const QTableWidget *>(widget)) {
        for (const QString &cell : cellTexts(*view).shown)
            add(withoutTranslations(cell));
    }
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        add(edit->text());
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        add(edit->toPlainText());
}

void Check::text(const QString &text, const QObject *place, const char *what)
{
    for (const QString &word : latinWords(withoutTranslations(plainText(text)))) {
        if (m_data.contains(word) || isName(word))
            continue;
        m_places << QLatin1StringView(place->metaObject()->className()) + u' ' + place->objectName() + u' '
                + QLatin1StringView(what) + ": "_L1 + text.left(300);
        return;
    }
}

void Check::action(const QAction &action)
{
    if (action.objectName().startsWith(u"qt_"_s) || action.isSeparator())
        return;
    text(action.text(), &action, "text");
    // The tool tip of a preset is its filter.
    if (!action.objectName().startsWith(u"builtIn:"_s) && !action.objectName().startsWith(u"preset:"_s))
        text(action.toolTip(), &action, "tool tip");
    text(action.statusTip(), &action, "status tip");
}

void Check::widget(const QWidget *widget)
{
    if (isQtsOwn(widget))
        return;
    text(widget->windowTitle(), widget, "title");
    text(widget->toolTip(), widget, "tool tip");
    text(widget->accessibleName(), widget, "accessible name");
    text(widget->accessibleDescription(), widget, "accessible description");
    for (const QAction *each : widget->actions())
        action(*each);
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        text(label->text(), label, "text");
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        text(button->text(), button, "text");
    if (const auto *box = qobject_cast<const QGroupBox *>(widget))
        text(box->title(), box, "title");
    if (const auto *bar = qobject_cast<const QStatusBar *>(widget))
        text(bar->currentMessage(), bar, "message");
    if (const auto *menu = qobject_cast<const QMenu *>(widget))
        text(menu->title(), menu, "title");
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        text(edit->placeholderText(), edit, "placeholder");
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            text(tabs->tabText(i), tabs, "tab");
    }
    if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
        for (int i = 0; i < combo->count(); ++i)
            text(combo->itemText(i), combo, "entry");
    }
    if (const auto *table = qobject_cast<const QTableWidget *>(widget)) {
        for (const QString &cell : cellTexts(*table).shown) {
            const QStringList keys = cell.split(u"; "_s);
            if (!std::ranges::all_of(keys, isKeySequence))
                text(cell, table, "cell");
        }
    }
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    if (!view || !view->model() || qobject_cast<const QHeaderView *>(widget))
        return;
    for (int column = 0; column < view->model()->columnCount(); ++column) {
        for (const auto role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
            text(view->model()->headerData(column, Qt::Horizontal, role).toString(), view, "header");
    }
}

} // namespace

QStringList untranslatedTexts()
{
    Check check;
    const QList<QPointer<QWidget>> widgets = allWidgets();
    for (const QPointer<QWidget> &widget : widgets)
        check.collectData(widget);
    for (const QPointer<QWidget> &widget : widgets)
        check.widget(widget);
    return check.places();
}

} // namespace Trailglass::Testing
