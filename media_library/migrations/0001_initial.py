from django.conf import settings
from django.db import migrations, models
import cms.contract.publishable
import django.db.models.deletion
import media_library.names
import modelsearch.index
import taggit.managers
import wagtail.images.models
import wagtail.models.media


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PressImage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', upload_to=wagtail.images.models.get_upload_to, verbose_name='file', width_field='width')),
                ('description', models.CharField(blank=True, default='', max_length=255, verbose_name='description')),
                ('width', models.IntegerField(editable=False, verbose_name='width')),
                ('height', models.IntegerField(editable=False, verbose_name='height')),
                ('created_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='created at')),
                ('focal_point_x', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_y', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_width', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_height', models.PositiveIntegerField(blank=True, null=True)),
                ('file_size', models.PositiveIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                ('alt_en', models.CharField(blank=True, help_text='What the picture shows, for those who do not see it.', max_length=500, verbose_name='alternative text in English')),
                ('alt_fr', models.CharField(blank=True, help_text='What the picture shows, for those who do not see it.', max_length=500, verbose_name='alternative text in French')),
                ('caption_en', models.TextField(blank=True, verbose_name='caption in English')),
                ('caption_fr', models.TextField(blank=True, verbose_name='caption in French')),
                ('credit_en', models.CharField(blank=True, help_text='Photographer and agency.', max_length=255, verbose_name='credit in English')),
                ('credit_fr', models.CharField(blank=True, help_text='Photographer and agency.', max_length=255, verbose_name='credit in French')),
                ('rights_en', models.CharField(blank=True, help_text='Who may use it, for what, until when.', max_length=500, verbose_name='rights in English')),
                ('rights_fr', models.CharField(blank=True, help_text='Who may use it, for what, until when.', max_length=500, verbose_name='rights in French')),
                ('date_taken', models.DateField(blank=True, null=True, verbose_name='date taken')),
            ],
            options={
                'verbose_name': 'picture',
                'verbose_name_plural': 'pictures',
                'permissions': [('choose_image', 'Can choose image')],
                'abstract': False,
            },
            bases=(cms.contract.publishable.Publishable, wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='PressRendition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('filter_spec', models.CharField(db_index=True, max_length=255)),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', storage=wagtail.images.models.get_rendition_storage, upload_to=wagtail.images.models.get_rendition_upload_to, width_field='width')),
                ('width', models.IntegerField(editable=False)),
                ('height', models.IntegerField(editable=False)),
                ('focal_point_key', models.CharField(blank=True, default='', editable=False, max_length=16)),
            ],
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.CreateModel(
            name='PressDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('file_size', models.PositiveBigIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, editable=False, max_length=40)),
                ('file', models.FileField(max_length=200, upload_to=media_library.names.document_name, verbose_name='file')),
                ('title_en', models.CharField(blank=True, max_length=255, verbose_name='title in English')),
                ('title_fr', models.CharField(blank=True, max_length=255, verbose_name='title in French')),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French'), ('mul', 'Both languages')], max_length=3, verbose_name='language of the document')),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documents',
                'permissions': [('choose_document', 'Can choose document')],
                'abstract': False,
            },
            bases=(cms.contract.publishable.Publishable, modelsearch.index.Indexed, models.Model),
        ),
        migrations.AddField(
            model_name='pressdocument',
            name='uploaded_by_user',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user'),
        ),
        migrations.AddField(
            model_name='pressimage',
            name='collection',
            field=models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection'),
        ),
        migrations.AddField(
            model_name='pressimage',
            name='tags',
            field=taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags'),
        ),
        migrations.AddField(
            model_name='pressimage',
            name='uploaded_by_user',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user'),
        ),
        migrations.AddField(
            model_name='pressrendition',
            name='image',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renditions', to='media_library.pressimage'),
        ),
        migrations.AddConstraint(
            model_name='pressdocument',
            constraint=models.CheckConstraint(condition=models.Q(('language__in', ['', 'en', 'fr', 'mul'])), name='pressdocument_language_known'),
        ),
        migrations.AddConstraint(
            model_name='pressrendition',
            constraint=models.UniqueConstraint(fields=('image', 'filter_spec', 'focal_point_key'), name='pressrendition_unique_per_filter'),
        ),
    ]
