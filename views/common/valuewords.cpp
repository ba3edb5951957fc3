// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/valuewords.h"

#include "models/core/translation.h"

namespace Trailglass {

QString valueEditText(FilterEdit edit)
{
    switch (edit) {
    case FilterEdit::Include:
        return Trailglass::tr("&Include this value");
    case FilterEdit::Exclude:
        return Trailglass::tr("&Exclude this value");
    case FilterEdit::Only:
        return Trailglass::tr("&Only this value");
    }
    Q_UNREACHABLE();
}

QKeySequence valueEditKeys(FilterEdit edit)
{
    switch (edit) {
    case FilterEdit::Include:
        return Qt::CTRL | Qt::Key_I;
    case FilterEdit::Exclude:
        return Qt::CTRL | Qt::SHIFT | Qt::Key_I;
    case FilterEdit::Only:
        return Qt::CTRL | Qt::ALT | Qt::Key_I;
    }
    Q_UNREACHABLE();
}

QString valueEditText(FilterEdit edit, const QString &caption)
{
    switch (edit) {
    case FilterEdit::Include:
        return Trailglass::tr("&Include %1", "value").arg(caption);
    case FilterEdit::Exclude:
        return Trailglass::tr("&Exclude %1", "value").arg(caption);
    case FilterEdit::Only:
        return Trailglass::tr("&Only %1", "value").arg(caption);
    }
    Q_UNREACHABLE();
}

QString valueEditTitle(FilterEdit edit)
{
    switch (edit) {
    case FilterEdit::Include:
        return Trailglass::tr("&Include", "title of a menu of values");
    case FilterEdit::Exclude:
        return Trailglass::tr("&Exclude", "title of a menu of values");
    case FilterEdit::Only:
        return Trailglass::tr("&Only", "title of a menu of values");
    }
    Q_UNREACHABLE();
}

QString copyValueText()
{
    return Trailglass::tr("Copy &value");
}

QString copyTermText()
{
    return Trailglass::tr("Copy as &field:value");
}

QKeySequence copyTermKeys()
{
    return Qt::CTRL | Qt::ALT | Qt::Key_C;
}

QString addColumnText()
{
    return Trailglass::tr("&Add as column");
}

} // namespace Trailglass
