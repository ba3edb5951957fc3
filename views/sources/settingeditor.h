// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/sourcetype.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace Trailglass {

class FieldNote;

/// One setting of a form: label, input of the kind it needs, and help or error under it; checked while
/// typing.
class SettingEditor : public QWidget
{
    Q_OBJECT

public:
    /// \param value  what was set; empty shows the default
    SettingEditor(const SettingField &field, const QString &value, QWidget *parent = nullptr);

    [[nodiscard]] const SettingField &field() const { return m_field; }
    /// As typed; empty when it is the default.
    [[nodiscard]] QString value() const;

    /// Checks the value, a missing one too, and shows what is wrong.
    /// \returns whether it is good
    bool check();
    /// An error found elsewhere, such as one about two settings together.
    void showError(const QString &text);

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] QWidget *makeInput(const QString &value);
    [[nodiscard]] QWidget *makeChoices(const QString &value);
    [[nodiscard]] QString problem() const;
    void noteEdit();

    SettingField m_field;
    QLineEdit *m_line = nullptr; ///< one of the two is there
    QComboBox *m_choices = nullptr;
    FieldNote *m_note;
};

} // namespace Trailglass
