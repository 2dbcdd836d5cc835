'use strict';
// The link was opened by a person's browser: spend it. Without this file there is the button.
document.getElementById('sign-in').requestSubmit();
