// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/asana/asanaoperations.h"

#include <algorithm>
#include <array>

namespace Trailglass {

namespace {

// auth is signing in and what one signs in with; grant is who may see or do what: members, roles, sharing,
// tokens, apps. An undeleted object is an old one changed back, so update.
constexpr std::array EventTypes{
    AsanaEventType{"ai_studio_addon_type_changed", Operation::Update},
    AsanaEventType{"attachment_deleted", Operation::Delete},
    AsanaEventType{"attachment_downloaded", Operation::Export},
    AsanaEventType{"attachment_undeleted", Operation::Update},
    AsanaEventType{"attachment_uploaded", Operation::Create},
    AsanaEventType{"comment_deleted", Operation::Delete},
    AsanaEventType{"comment_undeleted", Operation::Update},
    AsanaEventType{"custom_field_deleted", Operation::Delete},
    AsanaEventType{"custom_field_undeleted", Operation::Update},
    AsanaEventType{"custom_role_created", Operation::Create},
    AsanaEventType{"division_teams_export_started", Operation::Export},
    AsanaEventType{"domain_user_billing_paused", Operation::Update},
    AsanaEventType{"domain_user_billing_unpaused", Operation::Update},
    AsanaEventType{"goal_deleted", Operation::Delete},
    AsanaEventType{"goal_undeleted", Operation::Update},
    AsanaEventType{"message_deleted", Operation::Delete},
    AsanaEventType{"message_permanently_deleted", Operation::Delete},
    AsanaEventType{"message_undeleted", Operation::Update},
    AsanaEventType{"object_export_started", Operation::Export},
    AsanaEventType{"portfolio_deleted", Operation::Delete},
    AsanaEventType{"portfolio_member_added", Operation::Grant},
    AsanaEventType{"portfolio_member_removed", Operation::Grant},
    AsanaEventType{"portfolio_undeleted", Operation::Update},
    AsanaEventType{"project_csv_export_started", Operation::Export},
    AsanaEventType{"project_deleted", Operation::Delete},
    AsanaEventType{"project_member_added", Operation::Grant},
    AsanaEventType{"project_member_removed", Operation::Grant},
    AsanaEventType{"project_privacy_settings_changed", Operation::Grant},
    AsanaEventType{"project_share_link_disabled", Operation::Grant},
    AsanaEventType{"project_share_link_enabled", Operation::Grant},
    AsanaEventType{"project_template_deleted", Operation::Delete},
    AsanaEventType{"project_template_undeleted", Operation::Update},
    AsanaEventType{"project_undeleted", Operation::Update},
    AsanaEventType{"project_view_link_disabled", Operation::Grant},
    AsanaEventType{"project_view_link_enabled", Operation::Grant},
    AsanaEventType{"role_permission_changed", Operation::Grant},
    AsanaEventType{"search_report_export_started", Operation::Export},
    AsanaEventType{"service_account_created", Operation::Create},
    AsanaEventType{"service_account_deleted", Operation::Delete},
    AsanaEventType{"service_account_name_changed", Operation::Update},
    AsanaEventType{"status_update_deleted", Operation::Delete},
    AsanaEventType{"status_update_permanently_deleted", Operation::Delete},
    AsanaEventType{"status_update_undeleted", Operation::Update},
    AsanaEventType{"story_deleted", Operation::Delete},
    AsanaEventType{"story_undeleted", Operation::Update},
    AsanaEventType{"task_deleted", Operation::Delete},
    AsanaEventType{"task_permanently_deleted", Operation::Delete},
    AsanaEventType{"task_template_deleted", Operation::Delete},
    AsanaEventType{"task_template_undeleted", Operation::Update},
    AsanaEventType{"task_undeleted", Operation::Update},
    AsanaEventType{"team_created", Operation::Create},
    AsanaEventType{"team_deleted", Operation::Delete},
    AsanaEventType{"team_harvest_integration_disabled", Operation::Update},
    AsanaEventType{"team_harvest_integration_enabled", Operation::Update},
    AsanaEventType{"team_member_added", Operation::Grant},
    AsanaEventType{"team_member_removed", Operation::Grant},
    AsanaEventType{"team_privacy_settings_changed", Operation::Grant},
    AsanaEventType{"team_undeleted", Operation::Update},
    AsanaEventType{"user_app_authorized", Operation::Grant},
    AsanaEventType{"user_app_revoked", Operation::Grant},
    AsanaEventType{"user_csv_import_started", Operation::Create},
    AsanaEventType{"user_deprovisioned", Operation::Grant},
    AsanaEventType{"user_division_admin_role_changed", Operation::Grant},
    AsanaEventType{"user_forgot_password_started", Operation::Auth},
    AsanaEventType{"user_invited", Operation::Grant},
    AsanaEventType{"user_logged_out", Operation::Auth},
    AsanaEventType{"user_login_failed", Operation::Auth},
    AsanaEventType{"user_login_succeeded", Operation::Auth},
    AsanaEventType{"user_password_changed", Operation::Auth},
    AsanaEventType{"user_password_reset", Operation::Auth},
    AsanaEventType{"user_personal_access_token_authorized", Operation::Grant},
    AsanaEventType{"user_personal_access_token_revoked", Operation::Grant},
    AsanaEventType{"user_reprovisioned", Operation::Grant},
    AsanaEventType{"user_two_factor_auth_disabled", Operation::Auth},
    AsanaEventType{"user_two_factor_auth_enabled", Operation::Auth},
    AsanaEventType{"user_workspace_admin_role_changed", Operation::Grant},
    AsanaEventType{"workspace_allowed_ip_range_added", Operation::Update},
    AsanaEventType{"workspace_allowed_ip_range_changed", Operation::Update},
    AsanaEventType{"workspace_announcement_created", Operation::Create},
    AsanaEventType{"workspace_announcement_removed", Operation::Delete},
    AsanaEventType{"workspace_app_admin_approval_setting_changed", Operation::Update},
    AsanaEventType{"workspace_app_recipient_emails_changed", Operation::Update},
    AsanaEventType{"workspace_associated_email_domain_added", Operation::Update},
    AsanaEventType{"workspace_associated_email_domain_removed", Operation::Update},
    AsanaEventType{"workspace_attachment_export_started", Operation::Export},
    AsanaEventType{"workspace_baa_signed", Operation::Other},
    AsanaEventType{"workspace_default_session_duration_changed", Operation::Update},
    AsanaEventType{"workspace_default_team_privacy_settings_changed", Operation::Update},
    AsanaEventType{"workspace_export_started", Operation::Export},
    AsanaEventType{"workspace_file_attachment_options_changed", Operation::Update},
    AsanaEventType{"workspace_force_password_reset", Operation::Auth},
    AsanaEventType{"workspace_form_is_embeddable_forms_disabled", Operation::Update},
    AsanaEventType{"workspace_form_is_embeddable_forms_enabled", Operation::Update},
    AsanaEventType{"workspace_form_link_authentication_required_disabled", Operation::Update},
    AsanaEventType{"workspace_form_link_authentication_required_enabled", Operation::Update},
    AsanaEventType{"workspace_google_sso_settings_changed", Operation::Update},
    AsanaEventType{"workspace_guest_invite_permissions_changed", Operation::Grant},
    AsanaEventType{"workspace_idle_session_duration_changed", Operation::Update},
    AsanaEventType{"workspace_ip_allowlist_api_traffic_disabled", Operation::Update},
    AsanaEventType{"workspace_ip_allowlist_disabled", Operation::Update},
    AsanaEventType{"workspace_ip_allowlist_member_type_changed", Operation::Update},
    AsanaEventType{"workspace_logged_out_view_authentication_required_disabled", Operation::Update},
    AsanaEventType{"workspace_logged_out_view_authentication_required_enabled", Operation::Update},
    AsanaEventType{"workspace_machine_learning_product_feature_changed", Operation::Update},
    AsanaEventType{"workspace_members_export_started", Operation::Export},
    AsanaEventType{"workspace_mobile_app_attachments_sharing_enabled", Operation::Update},
    AsanaEventType{"workspace_mobile_app_biometric_authentication_required_disabled", Operation::Update},
    AsanaEventType{"workspace_mobile_app_copy_paste_enabled", Operation::Update},
    AsanaEventType{"workspace_mobile_app_screen_capture_enabled", Operation::Update},
    AsanaEventType{"workspace_password_requirements_changed", Operation::Update},
    AsanaEventType{"workspace_personal_access_token_disabled", Operation::Update},
    AsanaEventType{"workspace_personal_access_token_enabled", Operation::Update},
    AsanaEventType{"workspace_personal_access_token_expiry_changed", Operation::Update},
    AsanaEventType{"workspace_require_app_approvals_of_type_changed", Operation::Update},
    AsanaEventType{"workspace_require_two_factor_auth_disabled", Operation::Update},
    AsanaEventType{"workspace_require_two_factor_auth_enabled", Operation::Update},
    AsanaEventType{"workspace_required_sso_provider_settings_changed", Operation::Update},
    AsanaEventType{"workspace_saml_settings_changed", Operation::Update},
    AsanaEventType{"workspace_saml_url_changed", Operation::Update},
    AsanaEventType{"workspace_security_contact_email_changed", Operation::Update},
    AsanaEventType{"workspace_service_account_token_expiry_changed", Operation::Update},
    AsanaEventType{"workspace_teams_export_started", Operation::Export},
    AsanaEventType{"workspace_trusted_domains_setting_changed", Operation::Update},
    AsanaEventType{"workspace_view_links_disabled", Operation::Update},
    AsanaEventType{"workspace_view_links_enabled", Operation::Update},
    AsanaEventType{"workspace_wide_reporting_disabled", Operation::Update},
    AsanaEventType{"workspace_wide_reporting_enabled", Operation::Update},
};

static_assert(std::ranges::is_sorted(EventTypes, {}, &AsanaEventType::type));

// For event types newer than the table; the first rule that fits wins.
constexpr auto Rules = [] {
    using enum Operation;
    return std::to_array<OperationRule>({
        {"undeleted", Update}, {"deleted", Delete},    {"export*", Export}, {"downloaded", Export},
        {"login", Auth},       {"logged", Auth},       {"password", Auth},  {"member", Grant},
        {"role", Grant},       {"permission*", Grant}, {"share", Grant},    {"authorized", Grant},
        {"revoked", Grant},    {"invited", Grant},     {"created", Create}, {"uploaded", Create},
        {"viewed", Read},      {"changed", Update},    {"updated", Update}, {"enabled", Update},
        {"disabled", Update},  {"added", Update},      {"removed", Update}, {"triggered", Execute},
    });
}();

} // namespace

std::span<const AsanaEventType> asanaEventTypes()
{
    return EventTypes;
}

std::span<const OperationRule> asanaOperationRules()
{
    return Rules;
}

Operation asanaOperation(std::string_view eventType)
{
    const auto known = std::ranges::lower_bound(EventTypes, eventType, {}, &AsanaEventType::type);
    if (known != EventTypes.end() && known->type == eventType)
        return known->operation;
    return operationFor(eventType, Rules);
}

} // namespace Trailglass
